// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/contenthash.h"
#include "client/formsender.h"

#include <QDateTime>
#include <QFile>

namespace xs::client {

/// When the hash of an upload's content is known.
enum class Hashing {
    /// Before the first byte is sent, so that nothing needs to be sent that the server has.
    First,
    /// With the last byte: it is made of the very bytes that are sent, and takes no time of its own.
    Beside,
};

/// A document as it was when its upload began.
struct DocumentState
{
    qint64 size = 0;
    QDateTime changedAt;
    /// Lower-case hex; empty when it is made beside the sending.
    QString sha256;
};

/// Looks whether a document can be uploaded, and reads it through with Hashing::First. For a worker thread. Errors,
/// each with the path: FileMissing, FileUnreadable, FileEmpty, FileTooLarge.
Expected<DocumentState> lookAt(const QString &path, qint64 sizeLimit, Hashing hashing);

/// A document's bytes on their way to a server, read from the disk piece by piece. Behind them goes the field
/// `external_file_id` with their hash. Errors of reading: FileUnreadable; UnreadableAnswer when there are fewer bytes
/// than there were, as for any document that changes while it is sent.
class DocumentContent final : public FormFile
{
public:
    static constexpr auto hashField = "external_file_id";

    /// Error: FileUnreadable.
    static Expected<std::shared_ptr<DocumentContent>> open(const QString &path, const DocumentState &state);

    qint64 size() const override { return m_state.size; }
    qint64 read(char *data, qint64 limit) override;
    bool rewind() override;
    QByteArray lastFieldValue() override;
    Error error() const override { return m_error; }

    bool isRead() const { return m_left == 0; }
    /// With Hashing::Beside empty until all was read.
    const QString &sha256() const { return m_sha256; }
    /// Whether the file is not any more what it was.
    bool hasChanged() const;

private:
    DocumentContent(const QString &path, DocumentState state);
    qint64 fail(ErrorCode code, const QString &detail);

    DocumentState m_state;
    QFile m_file;
    ContentHash m_hash;
    QString m_sha256;
    qint64 m_left = 0;
    Error m_error;
};

/// The value of `hashField`.
QByteArray hashFieldValue(const QString &sha256);

/// What is said of a document that is not any more what it was.
Error changedOnItsWay(const QString &path);

} // namespace xs::client
