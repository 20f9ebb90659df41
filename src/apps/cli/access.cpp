// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/cli/access.h"

#include "client/profilenetwork.h"
#include "supervisor/serviceshare.h"

#include <QCoreApplication>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::cli {

namespace {

struct Choice
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

/// The profile of this server with its proxy, its authorities and its budget; one of its own where there is none.
client::Profile profileOf(const QUrl &address, const client::Connections &connections)
{
    const auto known = connections.profiles();
    const auto found = std::ranges::find_if(known, [&address](const client::Profile &profile) {
        return profile.baseUrl.host() == address.host() && portOf(profile.baseUrl) == portOf(address);
    });
    client::Profile profile;
    if (found != known.end())
        profile = *found;
    profile.name = address.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery);
    profile.baseUrl = address;
    profile.projectId.clear();
    return profile;
}

QString environmentKey()
{
    return qEnvironmentVariable("LLAMA_CLOUD_API_KEY");
}

Expected<AccessWish> fromOptions(const CommandLine &line, const client::Connections &connections)
{
    if (line.has(u"connection"_s)) {
        if (line.has(u"base-url"_s))
            return line.wrong(Choice::tr("Give either --connection or --base-url."));
        return keptWish(line, line.value(u"connection"_s), connections);
    }
    AccessWish wish;
    wish.key = environmentKey();
    auto address = line.address(u"base-url"_s);
    if (!address)
        return Unexpected(address.error());
    if (address->isEmpty() && !qEnvironmentVariableIsEmpty("LLAMA_CLOUD_BASE_URL")) {
        address = QUrl(qEnvironmentVariable("LLAMA_CLOUD_BASE_URL"), QUrl::StrictMode);
        if (address->host().isEmpty())
            return line.wrong(Choice::tr("The environment variable LLAMA_CLOUD_BASE_URL is no address of an API."));
    }
    if (!address->isEmpty())
        wish.profile = profileOf(*address, connections);
    else
        wish.profile = connections.profile(
            (wish.key.isEmpty() ? client::thisComputer : client::llamaCloudNorthAmerica).toString());
    return wish;
}

} // namespace

QString studioFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/extract-studio"_s;
}

QString windowsServiceFolder()
{
    return studioFolder() + u"/service"_s;
}

Expected<AccessWish> keptWish(const CommandLine &line, const QString &name, const client::Connections &connections)
{
    if (!connections.contains(name))
        return line.wrong(
            Choice::tr("There is no connection \"%1\"; extract-studio-cli connections list names them.").arg(name));
    AccessWish wish;
    wish.profile = connections.profile(name);
    wish.isKept = true;
    // The environment's key belongs to LlamaCloud and to no other server.
    if (wish.profile.kind == client::Profile::Kind::LlamaCloud)
        wish.key = environmentKey();
    return wish;
}

Expected<AccessWish> accessWish(const CommandLine &line, const client::Connections &connections)
{
    auto wish = fromOptions(line, connections);
    if (!wish)
        return wish;
    constexpr auto week = 7 * 86'400;
    constexpr auto lastPort = 65'535;
    const auto wait = line.number(u"wait"_s, 0, week);
    const auto port = line.number(u"port"_s, 0, lastPort);
    if (!wait || !port)
        return Unexpected(!wait ? wait.error() : port.error());
    wish->patience = std::chrono::seconds(wait->value_or(static_cast<int>(wish->patience.count())));
    wish->port = port->value_or(0);
    if (line.has(u"project"_s))
        wish->profile.projectId = line.value(u"project"_s);
    return wish;
}

Access::Access(AccessWish wish, QString serviceFolder)
    : m_wish(std::move(wish)), m_serviceFolder(std::move(serviceFolder)),
      m_settings(studioFolder() + u"/settings.ini"_s, QSettings::IniFormat), m_connections(m_settings),
      m_connection(Unexpected(ErrorCode::ServiceNotStarted, {}, m_wish.profile.name))
{
    m_manager.setProxyFactory(new client::ProfileProxies([this] {
        auto profiles = m_connections.profiles();
        profiles.insert(profiles.begin(), m_wish.profile);
        return profiles;
    }));
}

Access::~Access() = default;

void Access::open()
{
    readSecrets();
    if (m_secretsUnderWay == 0)
        m_wish.isLocal() ? startService() : readKey();
}

/// Webhooks are signed as in the window. A secret that cannot be read stays empty, and its webhook is not sent
/// unsigned.
void Access::readSecrets()
{
    const auto addresses = m_connections.signedWebhooks();
    m_secretsUnderWay = static_cast<int>(addresses.size());
    for (const auto &address : addresses) {
        m_secrets[address] = QString();
        m_keys.read(client::webhookKeyName(address), this, [this, address](const Expected<QString> &secret) {
            if (secret)
                m_secrets[address] = *secret;
            if (--m_secretsUnderWay == 0)
                m_wish.isLocal() ? startService() : readKey();
        });
    }
}

void Access::startService()
{
    if (m_serviceFolder == windowsServiceFolder())
        if (auto shared = supervisor::sharedService(m_serviceFolder))
            return isThere(std::move(*shared));
    supervisor::ServiceOptions options;
    options.program = qEnvironmentVariable("EXTRACT_STUDIO_SERVICE");
    options.dataFolder = m_serviceFolder;
    options.port = m_wish.port;
    m_supervisor = std::make_unique<supervisor::ServiceSupervisor>(options, m_clock, m_scheduler);
    connect(m_supervisor.get(), &supervisor::ServiceSupervisor::ready, this, &Access::opened);
    connect(m_supervisor.get(), &supervisor::ServiceSupervisor::stopped, this, &Access::failed);
    m_supervisor->start();
}

void Access::readKey()
{
    if (!m_wish.isKept)
        return keyIsThere(m_wish.key);
    m_keys.read(m_wish.profile.name, this, [this](const Expected<QString> &key) {
        if (key && !key->isEmpty())
            return keyIsThere(*key);
        if (!m_wish.key.isEmpty())
            return keyIsThere(m_wish.key);
        emit failed(key ? Error{ErrorCode::KeyMissing, {}, m_wish.profile.name} : key.error());
    });
}

void Access::keyIsThere(const QString &key)
{
    const auto &profile = m_wish.profile;
    client::Connection made{profile.name, profile.baseUrl, key, profile.projectId, profile.requestsPerMinute};
    auto authorities = client::readAuthorities(profile.caFile);
    if (!authorities)
        return emit failed(authorities.error());
    made.authorities = std::move(*authorities);
    isThere(std::move(made));
}

void Access::isThere(client::Connection connection)
{
    m_connection = std::move(connection);
    // Never before open() has returned.
    QMetaObject::invokeMethod(this, &Access::opened, Qt::QueuedConnection);
}

Expected<client::Connection> Access::connection() const
{
    auto connection = m_supervisor ? m_supervisor->connection() : m_connection;
    if (!connection)
        return connection;
    connection->name = m_wish.profile.name;
    connection->webhookSecrets = m_secrets;
    if (!m_wish.profile.projectId.isEmpty())
        connection->projectId = m_wish.profile.projectId;
    return connection;
}

} // namespace xs::cli
