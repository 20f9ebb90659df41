// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"
#include "client/connections.h"

#include <QNetworkProxyFactory>
#include <QSslCertificate>

#include <functional>

namespace xs::client {

/// Chooses the proxy for each request by the profile whose server it goes to. Other addresses go the system's way, but
/// those of this computer, which need none. Belongs to the access manager that it is given to; its thread only.
class ProfileProxies final : public QNetworkProxyFactory
{
public:
    using Profiles = std::function<std::vector<Profile>()>;

    explicit ProfileProxies(Profiles profiles) : m_profiles(std::move(profiles)) {}
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;

private:
    Profiles m_profiles;
};

/// The proxy that an address means: http and https are HTTP proxies, socks5 is SOCKS. NoProxy for anything else.
QNetworkProxy proxyOf(const QUrl &url);

/// The certificates in a PEM file; none for an empty name. Errors: FileMissing, FileUnreadable (also when there is no
/// certificate in it).
Expected<QList<QSslCertificate>> readAuthorities(const QString &file);

} // namespace xs::client
