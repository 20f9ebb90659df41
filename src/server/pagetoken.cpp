// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pagetoken.h"

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

constexpr auto encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

QString PageToken::text() const
{
    return QString::fromLatin1((QByteArray::number(row) + ':' + sortValue.toUtf8()).toBase64(encoding));
}

std::optional<PageToken> PageToken::parse(const QString &text)
{
    const auto bytes =
        QByteArray::fromBase64Encoding(text.toLatin1(), encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes)
        return {};
    const auto colon = (*bytes).indexOf(':');
    bool ok = false;
    const auto row = (*bytes).left(qMax(colon, 0)).toLongLong(&ok);
    if (!ok || row < 0)
        return {};
    return PageToken{QString::fromUtf8((*bytes).mid(colon + 1)), row};
}

} // namespace xs::server
