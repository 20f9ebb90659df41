// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/connectionhub.h"

#include "supervisor/servicesupervisor.h"

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
    // A job of a connection that was removed must not go somewhere else.
    if (!m_profiles.contains(name))
        return Unexpected(ErrorCode::KeyMissing, u"the connection was removed"_s, name);
    prepare(name);
    const auto profile = m_profiles.profile(name);
    if (isLocal(profile)) {
        auto connection = m_service.connection();
        if (connection)
            connection->name = name;
        return connection;
    }
    const auto key = m_known.value(name, Expected<QString>(Unexpected(ErrorCode::KeyMissing, {}, name)));
    if (!key)
        return Unexpected(key.error());
    return client::Connection{profile.name, profile.baseUrl, *key, profile.projectId, profile.requestsPerMinute};
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
    m_keys.read(name, this, [this, name](Expected<QString> key) {
        // A key that was typed meanwhile is the newer one.
        if (m_known.value(name, Unexpected(ErrorCode::KeyMissing, {})))
            return;
        m_known.insert(name, std::move(key));
        emit changed(name);
    });
}

void ConnectionHub::useKey(const QString &name, const QString &key)
{
    m_known.insert(name, key.isEmpty() ? Expected<QString>(Unexpected(ErrorCode::KeyMissing, {}, name))
                                       : Expected<QString>(key));
    emit changed(name);
}

} // namespace xs::gui::shell
