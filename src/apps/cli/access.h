// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/cli/commandline.h"
#include "base/clock.h"
#include "client/accessmanager.h"
#include "client/connections.h"
#include "client/keystore.h"
#include "client/network.h"
#include "supervisor/servicesupervisor.h"

#include <QSettings>

#include <chrono>

namespace xs::cli {

/// The folder in which the window keeps its settings, rates and the local service's data.
QString studioFolder();
/// The folder of the window's own local service, which has this computer's jobs.
QString windowsServiceFolder();

/// Which connection the options and the environment mean. In this order: --connection, --base-url,
/// LLAMA_CLOUD_BASE_URL, LLAMA_CLOUD_API_KEY (North America, as the official SDK has it), this computer.
struct AccessWish
{
    client::Profile profile;
    /// From the environment; used where the keyring has none.
    QString key;
    /// Whether the profile is one of the window's, with a key in the keyring.
    bool isKept = false;
    std::chrono::seconds patience{30};
    int port = 0;

    bool isLocal() const { return profile.kind == client::Profile::Kind::ThisComputer; }
};

/// The connection of the window with this name. Error InvalidArgument.
Expected<AccessWish> keptWish(const CommandLine &line, const QString &name, const client::Connections &connections);
/// Error InvalidArgument.
Expected<AccessWish> accessWish(const CommandLine &line, const client::Connections &connections);

/// The way to one server: finds the local service or starts it, or reads key and secrets from the keyring. Made by a
/// command, in the thread of the event loop.
class Access : public QObject
{
    Q_OBJECT

public:
    /// `serviceFolder` is for the local service's data; it may be set later, before `open`.
    explicit Access(AccessWish wish, QString serviceFolder = {});
    void setServiceFolder(const QString &folder) { m_serviceFolder = folder; }
    ~Access() override;

    void open();
    const AccessWish &wish() const { return m_wish; }
    /// As it is now; an error while it is not open.
    Expected<client::Connection> connection() const;
    client::Network network() { return {m_manager, m_clock, m_scheduler, {}, nullptr}; }
    Scheduler &scheduler() { return m_scheduler; }

signals:
    /// The server can be used, or can be used again at another address.
    void opened();
    void failed(const xs::Error &error);

private:
    void startService();
    void readKey();
    void readSecrets();
    void keyIsThere(const QString &key);
    void isThere(client::Connection connection);

    AccessWish m_wish;
    QString m_serviceFolder;
    SystemClock m_clock;
    SystemScheduler m_scheduler;
    QSettings m_settings;
    client::Connections m_connections;
    client::SystemKeyStore m_keys;
    std::unique_ptr<supervisor::ServiceSupervisor> m_supervisor;
    /// Goes before the supervisor, since a service waits for open connections when it ends.
    client::AccessManager m_manager;
    Expected<client::Connection> m_connection;
    std::map<QString, QString> m_secrets;
    int m_secretsUnderWay = 0;
};

} // namespace xs::cli
