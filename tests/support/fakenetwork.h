// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "base/scheduler.h"
#include "client/accessmanager.h"

#include <QNetworkReply>
#include <QUrlQuery>

#include <functional>
#include <vector>

namespace xs::test {

/// A request as it would have gone out.
struct FakeRequest
{
    QByteArray verb;
    QUrl url;
    QNetworkRequest request;
    QByteArray body;

    QString path() const { return url.path(); }
    QStringList query(const QString &key) const { return QUrlQuery(url).allQueryItemValues(key, QUrl::FullyDecoded); }
    QByteArray header(const QByteArray &name) const { return request.rawHeader(name); }
};

/// What becomes of it.
struct FakeAnswer
{
    int status = 200;
    QByteArray body = {};
    QList<QPair<QByteArray, QByteArray>> headers = {};
    /// Other than NoError: the connection fails so, after the part of the body that is given.
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    /// Nothing ever comes back.
    bool hangs = false;
    /// The answer is late by so much of the scheduler's time.
    std::chrono::milliseconds delay{0};
    /// The body comes in so many parts, with the delay before each.
    int pieces = 1;

    static FakeAnswer json(const Json &json, int status = 200) { return {.status = status, .body = toBytes(json)}; }
    static FakeAnswer refusal(int status, const QString &detail);
    static FakeAnswer broken(QNetworkReply::NetworkError error) { return {.error = error}; }
};

/// An access manager without a network: a function answers, and every request is kept.
class FakeNetwork final : public client::AccessManager
{
    Q_OBJECT

public:
    explicit FakeNetwork(Scheduler &scheduler) : m_scheduler(scheduler) {}

    std::function<FakeAnswer(const FakeRequest &)> answer;
    std::vector<FakeRequest> requests;
    /// Replies that were made and not yet finished or aborted.
    int underWay = 0;

    /// Reads the form's file to its end, as if all of it had been sent.
    Expected<QNetworkReply *> postForm(const QNetworkRequest &request, const client::FileForm &form) override;

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body) override;

private:
    Scheduler &m_scheduler;
};

} // namespace xs::test
