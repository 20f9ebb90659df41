// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QDateTime>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <deque>

namespace xs::client {

/// One request and what came of it, as it may be shown: no key, no token and no secret is in it.
struct Exchange
{
    quint64 number = 0;
    QString connectionName = {};
    QDateTime startedAt = {};
    QByteArray verb = {};
    QUrl url = {};
    /// As they were sent, the key but for its last four characters.
    QList<QPair<QByteArray, QByteArray>> headers = {};
    /// JSON; empty when there was none. Cut at ActivityLog::bodyLimit.
    QByteArray body = {};
    /// Of an upload: the document, and its fields.
    QString filePath = {};
    QList<QPair<QByteArray, QByteArray>> fields = {};
    /// 0 while there is no answer.
    int status = 0;
    /// Code None when all is well.
    Error error = {};
    QByteArray answer = {};
    qint64 answerSize = 0;
    std::chrono::milliseconds took{0};
    bool isOver = false;
};

/// The last requests and answers of all connections, in memory only and within bounds: the oldest go first. The
/// calls write it; it belongs to main() and outlives them.
class ActivityLog final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t exchangeLimit = 2'000;
    /// Of one body, and of all bodies together, in bytes.
    static constexpr qsizetype bodyLimit = 256 * 1024;
    static constexpr qsizetype totalLimit = 16 * 1024 * 1024;

    /// Takes a request down; returns its number.
    quint64 begin(Exchange exchange);
    /// A field of an upload that was not known when it began.
    void addField(quint64 number, const QPair<QByteArray, QByteArray> &field);
    void end(quint64 number, int status, const Error &error, const QByteArray &answer, std::chrono::milliseconds took);
    void clear();

    const std::deque<Exchange> &exchanges() const { return m_exchanges; }
    /// Null when it is not kept any more.
    const Exchange *find(quint64 number) const;
    /// Bytes of all bodies.
    qsizetype size() const { return m_size; }

signals:
    /// The newest one.
    void begun();
    void ended(quint64 number);
    /// So many of the oldest are about to go, and are gone.
    void aboutToDrop(int count);
    void dropped();

private:
    void keepWithinBounds();

    std::deque<Exchange> m_exchanges;
    quint64 m_last = 0;
    qsizetype m_size = 0;
};

/// `Bearer llx-••••••••3f2a`: enough to tell keys apart.
QByteArray redactedAuthorization(const QString &key);
/// The JSON text without the values of `webhook_headers` and of members that name a secret or a token.
QByteArray redactedJson(const QByteArray &text);
/// The address without the values of parameters that carry a signature or a token.
QUrl redactedUrl(const QUrl &url);

} // namespace xs::client
