// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/profilenetwork.h"

#include <QFile>
#include <QHostAddress>
#include <QNetworkProxy>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::client {

namespace {

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

bool isSameServer(const QUrl &one, const QUrl &other)
{
    return one.host() == other.host() && portOf(one) == portOf(other);
}

bool isThisComputer(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

} // namespace

QNetworkProxy proxyOf(const QUrl &url)
{
    const auto scheme = url.scheme();
    if (url.host().isEmpty() || (scheme != "http"_L1 && scheme != "https"_L1 && scheme != "socks5"_L1))
        return QNetworkProxy(QNetworkProxy::NoProxy);
    const auto isSocks = scheme == "socks5"_L1;
    return {isSocks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(),
            static_cast<quint16>(url.port(isSocks ? 1080 : 8080)), url.userName(), url.password()};
}

QList<QNetworkProxy> ProfileProxies::queryProxy(const QNetworkProxyQuery &query)
{
    const auto profiles = m_profiles();
    const auto found = std::ranges::find_if(
        profiles, [&query](const Profile &profile) { return isSameServer(profile.baseUrl, query.url()); });
    const auto isKnown = found != profiles.end() && found->kind != Profile::Kind::ThisComputer;
    if (isKnown && found->proxy == Profile::Proxy::Manual)
        return {proxyOf(found->proxyUrl)};
    if ((isKnown && found->proxy == Profile::Proxy::None) || isThisComputer(query.url().host()))
        return {QNetworkProxy(QNetworkProxy::NoProxy)};
    return systemProxyForQuery(query);
}

Expected<QList<QSslCertificate>> readAuthorities(const QString &file)
{
    if (file.isEmpty())
        return QList<QSslCertificate>();
    QFile pem(file);
    if (!pem.exists())
        return Unexpected(ErrorCode::FileMissing, {}, file);
    if (!pem.open(QIODevice::ReadOnly))
        return Unexpected(ErrorCode::FileUnreadable, pem.errorString(), file);
    auto certificates = QSslCertificate::fromDevice(&pem, QSsl::Pem);
    if (certificates.isEmpty())
        return Unexpected(ErrorCode::FileUnreadable, u"no PEM certificate"_s, file);
    return certificates;
}

} // namespace xs::client
