// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace xs::server {

bool equalInConstantTime(const QByteArray &a, const QByteArray &b)
{
    // Hashes have one length, so the comparison does not tell the token's length either.
    const auto left = QCryptographicHash::hash(a, QCryptographicHash::Sha256);
    const auto right = QCryptographicHash::hash(b, QCryptographicHash::Sha256);
    unsigned difference = 0;
    for (qsizetype i = 0; i < left.size(); ++i)
        difference |= static_cast<unsigned char>(left[i]) ^ static_cast<unsigned char>(right[i]);
    return difference == 0;
}

Gate::Gate(QByteArray token, const ListenPlace &place) : m_token(std::move(token))
{
    const auto port = ':' + QByteArray::number(place.port);
    m_names << place.authority().toLatin1();
    if (place.isLoopback())
        for (const auto *name : {"127.0.0.1", "localhost", "[::1]"})
            m_names << name + port;
    if (port == ":80")
        for (const auto &name : QByteArrayList(m_names))
            m_names << name.chopped(port.size());
}

bool Gate::isOwnName(const QByteArray &hostAndPort) const
{
    return m_names.contains(hostAndPort);
}

std::optional<Response> Gate::checkOrigin(const Request &request) const
{
    if (!isOwnName(request.header("host").toLower()))
        return errorResponse(403, u"the Host header must name the address that this service listens on: "_s +
                                      QString::fromLatin1(m_names.join(", ")));
    if (const auto origin = request.header("origin"); !origin.isEmpty())
        if (!origin.startsWith("http://") || !isOwnName(origin.mid(7).toLower()))
            return errorResponse(403, u"requests from web pages are not allowed"_s);
    return {};
}

std::optional<Response> Gate::checkToken(const Request &request) const
{
    const auto refusal = [](const QString &why) {
        auto response = errorResponse(401, why);
        response.headers.emplace_back("WWW-Authenticate", "Bearer");
        return response;
    };
    const auto value = request.header("authorization");
    if (value.left(7).toLower() != "bearer ")
        return refusal(u"API key is missing: send \"Authorization: Bearer <token>\""_s);
    const auto token = value.mid(7).trimmed();
    if (token.isEmpty() || (!m_token.isEmpty() && !equalInConstantTime(token, m_token)))
        return refusal(u"Invalid API key"_s);
    return {};
}

} // namespace xs::server
