// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/uploadfilecall.h"

#include "api/jobjson.h"
#include "api/paths.h"

#include <QFile>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <openssl/evp.h>

#include <array>

using namespace Qt::StringLiterals;

namespace xs::client {

namespace {

struct Fingerprint
{
    QString sha256;
    qint64 size = 0;
    QDateTime changedAt;
};

struct FreeDigest
{
    void operator()(EVP_MD_CTX *digest) const { EVP_MD_CTX_free(digest); }
};

/// With OpenSSL, which uses the processor's own instructions and is several times as fast as QCryptographicHash:
/// the hash stands before the first byte that is sent.
Expected<QString> sha256Of(QFile &file)
{
    constexpr qsizetype partSize = 256 * 1024;
    const std::unique_ptr<EVP_MD_CTX, FreeDigest> digest(EVP_MD_CTX_new());
    QByteArray part(partSize, Qt::Uninitialized);
    qint64 length = 0;
    auto good = digest && EVP_DigestInit_ex(digest.get(), EVP_sha256(), nullptr) == 1;
    while (good && (length = file.read(part.data(), part.size())) > 0)
        good = EVP_DigestUpdate(digest.get(), part.constData(), static_cast<std::size_t>(length)) == 1;
    std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
    unsigned int size = 0;
    if (!good || length < 0 || EVP_DigestFinal_ex(digest.get(), sum.data(), &size) != 1)
        return Unexpected(ErrorCode::FileUnreadable, file.errorString(), file.fileName());
    const QByteArray bytes(reinterpret_cast<const char *>(sum.data()), static_cast<qsizetype>(size));
    return QString::fromLatin1(bytes.toHex());
}

Expected<Fingerprint> fingerprint(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Unexpected(ErrorCode::FileMissing, {}, path);
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Unexpected(ErrorCode::FileUnreadable, file.errorString(), path);
    if (file.size() == 0)
        return Unexpected(ErrorCode::FileEmpty, {}, path);
    if (file.size() > UploadFileCall::sizeLimit)
        return Unexpected(ErrorCode::FileTooLarge, u"%1 bytes"_s.arg(file.size()), path);
    auto sum = sha256Of(file);
    if (!sum)
        return Unexpected(sum.error());
    return Fingerprint{std::move(*sum), info.size(), info.lastModified()};
}

/// The name as browsers and the SDKs write it into the header: UTF-8, with three characters escaped.
QByteArray headerName(const QString &path)
{
    auto name = QFileInfo(path).fileName();
    name.replace(u'"', "%22"_L1).replace(u'\r', "%0D"_L1).replace(u'\n', "%0A"_L1);
    return name.toUtf8();
}

QHttpPart textPart(const QByteArray &name, const QByteArray &value)
{
    QHttpPart part;
    part.setRawHeader("Content-Disposition", "form-data; name=\"" + name + '"');
    part.setBody(value);
    return part;
}

QHttpPart filePart(const QString &path, QIODevice *device)
{
    QHttpPart part;
    part.setRawHeader("Content-Disposition", "form-data; name=\"file\"; filename=\"" + headerName(path) + '"');
    part.setRawHeader("Content-Type", "application/octet-stream");
    part.setBodyDevice(device);
    return part;
}

} // namespace

UploadFileCall::UploadFileCall(const Network &network, const Connection &connection, QString path)
    : Call(network, connection), m_path(std::move(path))
{
}

void UploadFileCall::prepare()
{
    auto *watcher = new QFutureWatcher<Expected<Fingerprint>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        if (state() != State::Running)
            return;
        const auto made = watcher->future().takeResult();
        if (!made)
            return fail(made.error());
        m_sha256 = made->sha256;
        m_size = made->size;
        m_changedAt = made->changedAt;
        emit hashed();
        ready();
    });
    watcher->setFuture(QtConcurrent::run(&fingerprint, m_path));
}

Expected<Call::Request> UploadFileCall::request()
{
    auto parts = std::make_unique<QHttpMultiPart>(QHttpMultiPart::FormDataType);
    auto *file = new QFile(m_path, parts.get());
    if (!file->open(QIODevice::ReadOnly))
        return Unexpected(ErrorCode::FileUnreadable, file->errorString(), m_path);
    const QList<QPair<QByteArray, QByteArray>> fields{{"purpose", "extract"},
                                                      {"external_file_id", "sha256:" + m_sha256.toLatin1()}};
    for (const auto &[name, value] : fields)
        parts->append(textPart(name, value));
    parts->append(filePart(m_path, file));
    return Request{.verb = Verb::Post,
                   .path = api::path::files.toString(),
                   .parts = std::move(parts),
                   .filePath = m_path,
                   .fields = fields};
}

Expected<void> UploadFileCall::read(const Json &body)
{
    auto file = api::fileFromJson(body);
    if (!file)
        return Unexpected(file.error());
    // A server that tells the external id tells ours; another one belongs to another request.
    const auto external = stringMember(body, "external_file_id").value_or(QString());
    if (external.startsWith("sha256:"_L1) && external != u"sha256:"_s + m_sha256)
        return Unexpected(ErrorCode::UnreadableAnswer, u"the answer is about another file"_s);
    m_file = std::move(*file);
    // The hash would belong to other bytes than those that the server has.
    if (const QFileInfo now(m_path); now.size() != m_size || now.lastModified() != m_changedAt)
        return Unexpected(ErrorCode::UnreadableAnswer, u"the document changed while it was sent"_s);
    return {};
}

} // namespace xs::client
