// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/deletelater.h"
#include "base/expected.h"
#include "client/network.h"

#include <QNetworkReply>
#include <QTemporaryFile>
#include <QUrl>

#include <memory>

namespace xs::client {

/// Fetches one document from an address that a person agreed to, into a folder. The server is not trusted: only http
/// and https, no redirect to another host, no key and no cookie, a limit on the size whatever the headers say, a
/// limit on silence, and a file name without a path. Nothing is left behind when it fails. Started by the
/// constructor; then exactly one of finished and failed.
class FileFetch final : public QObject
{
    Q_OBJECT

public:
    /// What Extract takes (API documentation, page "Limitations").
    static constexpr qint64 sizeLimit = 100ll * 1024 * 1024;

    FileFetch(const Network &network, const QUrl &url, QString folder, QObject *parent = nullptr,
              qint64 limit = sizeLimit);
    ~FileFetch() override;

    static bool isFetchable(const QUrl &url);

signals:
    void finished(const QString &path);
    void failed(const xs::Error &error);

private:
    void send(const QUrl &url);
    void takeBytes();
    void checkSilence();
    void replyFinished();
    void fail(const Error &error);
    QString fileName() const;

    Network m_network;
    QUrl m_url;
    QString m_folder;
    qint64 m_limit;
    qint64 m_received = 0;
    int m_redirects = 0;
    QDateTime m_lastSign;
    Later m_silenceCheck;
    std::unique_ptr<QTemporaryFile> m_file;
    LatePointer<QNetworkReply> m_reply;
};

/// A name without a path, without signs that shells or file systems mind, not longer than file systems take;
/// "document" where nothing is left.
QString safeFileName(const QString &name);
/// A path in the folder that does not exist yet.
QString freePath(const QString &folder, const QString &name);

/// An unfinished file in the folder, which is made; it goes with the object. Error: FileNotWritten.
Expected<std::unique_ptr<QTemporaryFile>> beginFile(const QString &folder);
/// Gives a finished file a name that nothing in its folder has: that one, or with a number. Error: FileNotWritten.
Expected<QString> finishFile(QTemporaryFile &file, const QString &name);

} // namespace xs::client
