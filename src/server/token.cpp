// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/token.h"

#include <QFile>
#include <QRandomGenerator>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

Expected<QByteArray> writeNewToken(const QString &path)
{
    const auto token = makeToken();
    QFile file(path);
    // NewOnly: of two services that start at once, one makes the file.
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return Unexpected(ErrorCode::FileNotWritten, file.errorString(), path);
    if (file.write(token + '\n') != token.size() + 1 || !file.flush()) {
        const auto reason = file.errorString();
        file.remove();
        return Unexpected(ErrorCode::FileNotWritten, reason, path);
    }
    return token;
}

} // namespace

QByteArray makeToken()
{
    std::array<quint32, 8> words;
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof(words))
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

Expected<QByteArray> tokenFromFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return writeNewToken(path);
    if (!file.open(QIODevice::ReadOnly))
        return Unexpected(ErrorCode::FileUnreadable, file.errorString(), path);
    const auto token = file.read(1024).trimmed();
    const auto isPrintable = std::ranges::all_of(token, [](char c) { return c > ' ' && c < 127; });
    if (token.size() < 8 || token.size() > 512 || !isPrintable)
        return Unexpected(ErrorCode::InvalidArgument, u"a token has 8 to 512 printable characters in one line"_s, path);
    return token;
}

} // namespace xs::server
