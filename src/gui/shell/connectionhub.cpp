// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/connectionhub.h"

#include "client/profilenetwork.h"
#include "supervisor/servicesupervisor.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

namespace {

bool isLocal(const client::Profile &profile)
{
    return profile.kind == client::Profile::Kind::ThisComputer;
}

} // namespace

QString profileTitle(const client::Profile &profile)
{
    if (profile.name == client::thisComputer)
        return ConnectionHub::tr("This computer");
    if (profile.name == client::llamaCloudNorthAmerica)
        return ConnectionHub::tr("LlamaCloud North America");
    return profile.name == client::llamaCloudEurope ? ConnectionHub::tr("LlamaCloud Europe") : profile.name;
}

ConnectionHub::ConnectionHub(client::Connections &profiles, client::KeyStore &keys,
                             supervisor::ServiceSupervisor &service, QObject *parent)
    : QObject(parent), m_profiles(profiles), m_keys(keys), m_service(service)
{
    readWebhookSecrets();
    const auto tell = [this] { emit changed(client::thisComputer.toString()); };
    connect(&m_service, &supervisor::ServiceSupervisor::ready, this, tell);
    connect(&m_service, &supervisor::ServiceSupervisor::restarting, this, tell);
    connect(&m_service, &supervisor::ServiceSupervisor::stopped, this, [this, tell](const Error &error) {
        m_serviceFailure = error;
        tell();
    });
}

void ConnectionHub::setCurrent(const QString &name)
{
    m_profiles.setCurrent(name);
    prepare(name);
    emit currentChanged();
}

Expected<client::Connection> ConnectionHub::connection(const QString &name)
{
    if (m_profiles.contains(name))
        prepare(name);
    return state(name);
}

Expected<client::Connection> ConnectionHub::state(const QString &name)
{
    // A job of a connection that was removed must not go somewhere else.
    if (!m_profiles.contains(name))
        return Unexpected(ErrorCode::KeyMissing, u"the connection was removed"_s, name);
    // Jobs wait until the secrets with which their webhooks are signed have been read.
    if (m_secretsUnderWay > 0)
        return Unexpected(ErrorCode::KeyMissing, u"the keyring is being read"_s, name);
    const auto profile = m_profiles.profile(name);
    if (isLocal(profile)) {
        auto connection = m_service.connection();
        if (connection) {
            connection->name = name;
            connection->webhookSecrets = m_webhookSecrets;
        }
        return connection;
    }
    const auto known = key(name);
    if (!known)
        return Unexpected(known.error());
    client::Connection connection{profile.name, profile.baseUrl, *known, profile.projectId, profile.requestsPerMinute};
    connection.webhookSecrets = m_webhookSecrets;
    auto authorities = authoritiesOf(profile);
    if (!authorities)
        return Unexpected(authorities.error());
    connection.authorities = std::move(*authorities);
    return connection;
}

Expected<QString> ConnectionHub::key(const QString &name) const
{
    return m_known.value(name, Expected<QString>(Unexpected(ErrorCode::KeyMissing, {}, name)));
}

/// Read once for each version of the file, since queues ask for the connection often.
Expected<QList<QSslCertificate>> ConnectionHub::authoritiesOf(const client::Profile &profile)
{
    if (profile.caFile.isEmpty())
        return QList<QSslCertificate>();
    const auto time = QFileInfo(profile.caFile).lastModified();
    const auto known = m_authorities.constFind(profile.caFile);
    if (known != m_authorities.constEnd() && known->first == time)
        return known->second;
    auto read = client::readAuthorities(profile.caFile);
    if (read)
        m_authorities.insert(profile.caFile, {time, *read});
    return read;
}

void ConnectionHub::forget(const QString &name)
{
    const auto wasCurrent = current().name == name;
    m_profiles.remove(name);
    m_known.remove(name);
    m_keys.remove(name, this, [](const Expected<void> &) {});
    if (wasCurrent)
        setCurrent(client::thisComputer.toString());
    emit changed(name);
}

void ConnectionHub::readWebhookSecrets()
{
    for (const auto &address : m_profiles.signedWebhooks()) {
        // One that cannot be read stays empty: a webhook is never sent unsigned when it should be signed.
        m_webhookSecrets[address] = QString();
        ++m_secretsUnderWay;
        m_keys.read(client::webhookKeyName(address), this, [this, address](Expected<QString> secret) {
            const auto known = m_webhookSecrets.find(address);
            if (secret && known != m_webhookSecrets.end() && known->second.isEmpty())
                known->second = *secret;
            if (--m_secretsUnderWay == 0)
                for (const auto &profile : m_profiles.profiles())
                    emit changed(profile.name);
        });
    }
}

void ConnectionHub::setWebhookSecret(const QString &name, const QString &secret)
{
    if (name.isEmpty())
        return;
    auto kept = m_profiles.signedWebhooks();
    kept.removeAll(name);
    if (secret.isEmpty())
        m_webhookSecrets.erase(name);
    else
        m_webhookSecrets[name] = secret;
    const auto done = [this](const Expected<void> &written) {
        if (!written)
            emit webhookSecretNotKept(written.error());
    };
    if (secret.isEmpty()) {
        m_keys.remove(client::webhookKeyName(name), this, done);
    } else {
        kept << name;
        m_keys.write(client::webhookKeyName(name), secret, this, done);
    }
    m_profiles.setSignedWebhooks(kept);
    emit webhookSecretsChanged();
    emit changed(m_profiles.current());
}

QString ConnectionHub::webhookSecret(const QString &name) const
{
    const auto found = m_webhookSecrets.find(name);
    return found == m_webhookSecrets.end() ? QString() : found->second;
}

QStringList ConnectionHub::signedWebhooks() const
{
    QStringList addresses;
    for (const auto &[address, secret] : m_webhookSecrets)
        addresses << address;
    return addresses;
}

void ConnectionHub::prepare(const QString &name)
{
    if (!isLocal(m_profiles.profile(name)))
        readKey(name);
    else if (!std::exchange(m_serviceWanted, true))
        m_service.start();
}

void ConnectionHub::restartService()
{
    m_serviceFailure.reset();
    m_service.start();
    emit changed(client::thisComputer.toString());
}

void ConnectionHub::readKey(const QString &name)
{
    if (m_known.contains(name))
        return;
    m_known.insert(name, Unexpected(ErrorCode::KeyMissing, {}, name));
    m_reading.insert(name);
    m_keys.read(name, this, [this, name](Expected<QString> key) {
        m_reading.remove(name);
        // A key that was typed meanwhile is the newer one.
        if (m_known.value(name, Unexpected(ErrorCode::KeyMissing, {})))
            return;
        m_known.insert(name, std::move(key));
        emit changed(name);
    });
}

void ConnectionHub::useKey(const QString &name, const QString &key)
{
    m_reading.remove(name);
    m_known.insert(name, key.isEmpty() ? Expected<QString>(Unexpected(ErrorCode::KeyMissing, {}, name))
                                       : Expected<QString>(key));
    emit changed(name);
}

} // namespace xs::gui::shell
