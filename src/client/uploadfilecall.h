// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/call.h"
#include "domain/extractjob.h"

namespace xs::client {

/// Sends one document to the server (POST files). The file is hashed in a worker thread and then streamed from
/// the disk; it never lies in memory as a whole. Repeated only when it has certainly not arrived: a second copy
/// does no harm but costs storage. Errors besides those of every call: FileMissing, FileUnreadable, FileEmpty,
/// FileTooLarge, each with the path as its place. A file that changes while it is sent is UnreadableAnswer: nobody
/// knows which bytes have arrived.
class UploadFileCall final : public Call
{
    Q_OBJECT

public:
    /// The platform's limit for one upload (API documentation, page "Limitations"); Extract itself takes less.
    static constexpr qint64 sizeLimit = 512ll * 1024 * 1024;

    UploadFileCall(const Network &network, const Connection &connection, QString path);

    /// After finished.
    const domain::RemoteFile &file() const { return m_file; }
    /// SHA-256 of the content in lower-case hex and its length; known before the first byte is sent.
    const QString &sha256() const { return m_sha256; }
    qint64 size() const { return m_size; }

signals:
    void hashed();

protected:
    void prepare() override;
    Expected<Request> request() override;
    Expected<void> read(const Json &body) override;
    Repeatable repeatable() const override { return Repeatable::WhenNotArrived; }

private:
    QString m_path;
    QString m_sha256;
    qint64 m_size = 0;
    QDateTime m_changedAt;
    domain::RemoteFile m_file;
};

} // namespace xs::client
