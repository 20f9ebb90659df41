// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/filestore.h"
#include "server/hosts.h"
#include "server/upload.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QTimer>
#include <QUrl>

namespace xs::server {

/// Where documents may be fetched from, and what one may cost.
struct FetchLimits
{
    Hosts hosts = Hosts::LoopbackOnly;
    qint64 bytes = largestUpload;
    /// From the first step to the last byte.
    int milliseconds = 120'000;
};

/// A document that a job names by its address.
struct DocumentSource
{
    QUrl url;
    /// An HTTP proxy; none unless its host is given.
    QUrl proxy;
};

/// Why the document is not fetched from there, for the answer to the request; nothing when it may be.
std::optional<QString> refusalOf(const DocumentSource &source, Hosts hosts);

/// The file's name in the address; "document" when there is none.
QString nameIn(const QUrl &url);

/// Fetches the document of one job into the file store, by HTTP or HTTPS. Redirections are followed to hosts that might
/// have been named at once, and never from HTTPS to HTTP. `finished` comes exactly once unless the object is destroyed,
/// which ends the download and leaves nothing of it. Lives in the runner's thread.
class SourceFetch : public QObject
{
    Q_OBJECT

public:
    SourceFetch(FileStore &files, const FetchLimits &limits, QObject *parent = nullptr);
    ~SourceFetch() override;

    void start(const DocumentSource &source);

signals:
    /// The stored file. Errors: TimedOut, DocumentTooLarge, FileMissing (the server's refusal, or nothing to reach),
    /// FileNotWritten and what the store says.
    void finished(const xs::Expected<xs::server::StoredFile> &file);

private:
    void followTo(const QUrl &url);
    void take();
    void conclude();
    void fail(ErrorCode code, const QString &detail);

    FileStore &m_files;
    FetchLimits m_limits;
    QNetworkAccessManager m_network;
    QTimer m_timeLimit;
    std::optional<FileStore::Upload> m_upload;
    QNetworkReply *m_reply = nullptr;
    QString m_name;
};

} // namespace xs::server
