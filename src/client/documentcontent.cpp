// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/documentcontent.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace xs::client {

namespace {

Expected<QString> hashOf(QFile &file)
{
    constexpr qsizetype partSize = 256 * 1024;
    QByteArray part(partSize, Qt::Uninitialized);
    ContentHash hash;
    qint64 length = 0;
    while ((length = file.read(part.data(), part.size())) > 0)
        hash.add(part.constData(), length);
    auto sum = length < 0 ? QString() : hash.result();
    if (sum.isEmpty())
        return Unexpected(ErrorCode::FileUnreadable, file.errorString(), file.fileName());
    return sum;
}

} // namespace

Expected<DocumentState> lookAt(const QString &path, qint64 sizeLimit, Hashing hashing)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Unexpected(ErrorCode::FileMissing, {}, path);
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Unexpected(ErrorCode::FileUnreadable, file.errorString(), path);
    if (file.size() == 0)
        return Unexpected(ErrorCode::FileEmpty, {}, path);
    if (file.size() > sizeLimit)
        return Unexpected(ErrorCode::FileTooLarge, u"%1 bytes"_s.arg(file.size()), path);
    DocumentState state{info.size(), info.lastModified(), {}};
    if (hashing == Hashing::First) {
        auto sum = hashOf(file);
        if (!sum)
            return Unexpected(sum.error());
        state.sha256 = *std::move(sum);
    }
    return state;
}

QByteArray hashFieldValue(const QString &sha256)
{
    return "sha256:" + sha256.toLatin1();
}

Error changedOnItsWay(const QString &path)
{
    return {ErrorCode::UnreadableAnswer, u"the document changed while it was sent"_s, path};
}

DocumentContent::DocumentContent(const QString &path, DocumentState state)
    : m_state(std::move(state)), m_file(path), m_sha256(m_state.sha256), m_left(m_state.size)
{
}

Expected<std::shared_ptr<DocumentContent>> DocumentContent::open(const QString &path, const DocumentState &state)
{
    std::shared_ptr<DocumentContent> content(new DocumentContent(path, state));
    if (!content->m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Unexpected(ErrorCode::FileUnreadable, content->m_file.errorString(), path);
    return content;
}

qint64 DocumentContent::fail(ErrorCode code, const QString &detail)
{
    m_error = {code, detail, m_file.fileName()};
    return -1;
}

qint64 DocumentContent::read(char *data, qint64 limit)
{
    if (m_left == 0)
        return 0;
    const auto length = m_file.read(data, std::min(limit, m_left));
    if (length < 0)
        return fail(ErrorCode::FileUnreadable, m_file.errorString());
    if (length == 0) {
        const auto changed = changedOnItsWay(m_file.fileName());
        return fail(changed.code, changed.detail);
    }
    m_left -= length;
    if (!m_state.sha256.isEmpty())
        return length;
    m_hash.add(data, length);
    if (m_left == 0 && (m_sha256 = m_hash.result()).isEmpty())
        return fail(ErrorCode::FileUnreadable, u"its hash could not be made"_s);
    return length;
}

bool DocumentContent::rewind()
{
    m_hash.reset();
    m_sha256 = m_state.sha256;
    m_left = m_state.size;
    return m_file.seek(0);
}

QByteArray DocumentContent::lastFieldValue()
{
    return hashFieldValue(m_sha256);
}

bool DocumentContent::hasChanged() const
{
    const QFileInfo now(m_file.fileName());
    return now.size() != m_state.size || now.lastModified() != m_state.changedAt;
}

} // namespace xs::client
