// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/call.h"
#include "client/documentcontent.h"
#include "domain/extractjob.h"

namespace xs::client {

/// Sends one document to the server (POST files). The file is streamed from the disk; it never lies in memory as a
/// whole. Repeated only when it has certainly not arrived: a second copy does no harm but costs storage. Errors besides
/// those of every call: FileMissing, FileUnreadable, FileEmpty, FileTooLarge, each with the path as its place. A file
/// that changes while it is sent is UnreadableAnswer: nobody knows which bytes have arrived.
class UploadFileCall final : public Call
{
    Q_OBJECT

public:
    /// The platform's limit for one upload (API documentation, page "Limitations"); Extract itself takes less.
    static constexpr qint64 sizeLimit = 512ll * 1024 * 1024;

    UploadFileCall(const Network &network, const Connection &connection, QString path,
                   Hashing hashing = Hashing::Beside);

    /// After finished.
    const domain::RemoteFile &file() const { return m_file; }
    /// SHA-256 of the content in lower-case hex: after `hashed` with Hashing::First, after finished otherwise.
    const QString &sha256() const { return m_state.sha256; }
    /// The content's length in bytes, from the same moment on.
    qint64 size() const { return m_state.size; }

signals:
    /// With Hashing::First alone: the content is known, and nothing of it was sent yet.
    void hashed();

protected:
    void prepare() override;
    Expected<Request> request() override;
    Expected<void> read(const Json &body) override;
    Repeatable repeatable() const override { return Repeatable::WhenNotArrived; }

private:
    void looked(const Expected<DocumentState> &state);

    QString m_path;
    Hashing m_hashing;
    DocumentState m_state;
    /// Of the present attempt.
    std::shared_ptr<DocumentContent> m_content;
    domain::RemoteFile m_file;
};

} // namespace xs::client
