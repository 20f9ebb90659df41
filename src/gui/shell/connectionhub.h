// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/connections.h"
#include "client/keystore.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QSet>

#include <optional>

namespace xs::supervisor {
class ServiceSupervisor;
}

namespace xs::gui::shell {

/// Knows for each connection profile whether it can be used now: the local service's address and token, or the
/// key from the keyring. Keys stay in memory. Owned by main(), because the job queue asks it, too.
class ConnectionHub final : public QObject
{
    Q_OBJECT

public:
    ConnectionHub(client::Connections &profiles, client::KeyStore &keys, supervisor::ServiceSupervisor &service,
                  QObject *parent = nullptr);

    client::Connections &profiles() const { return m_profiles; }
    client::Profile current() const { return m_profiles.profile(m_profiles.current()); }
    void setCurrent(const QString &name);

    /// The connection as it is now. Errors: those of the service or of the key; a missing key is looked for in
    /// the keyring, and `changed` tells when it is there.
    Expected<client::Connection> connection(const QString &name);
    /// As connection(), but nothing is started or looked for.
    Expected<client::Connection> state(const QString &name);
    /// Gets the connection ready: starts the service, or reads the key.
    void prepare(const QString &name);
    /// Starts the service again after it was given up.
    void restartService();
    /// Why the local service was given up; nothing while it runs, starts or restarts by itself.
    const std::optional<Error> &serviceFailure() const { return m_serviceFailure; }

    /// The key of a server's profile, as far as it is known; nothing is looked for.
    Expected<QString> key(const QString &name) const;
    /// Whether the keyring has not answered yet; `changed` tells when it has.
    bool isReadingKey(const QString &name) const { return m_reading.contains(name); }
    /// Uses the key until the program ends.
    void useKey(const QString &name, const QString &key);
    client::KeyStore &keys() const { return m_keys; }

    /// Takes an own profile and its key away.
    void forget(const QString &name);

    /// A webhook's secret by its name (domain::WebhookSecret): used at once, and kept in the keyring; an empty one is
    /// forgotten. What the keyring refuses is used until the program ends.
    void setWebhookSecret(const QString &name, const QString &secret);
    QString webhookSecret(const QString &name) const;
    /// All of them, by their names; empty where the keyring has not given one.
    const std::map<QString, QString> &webhookSecrets() const { return m_webhookSecrets; }
    QStringList signedWebhooks() const;

signals:
    void webhookSecretsChanged();
    void webhookSecretNotKept(const xs::Error &error);
    /// The profile can be used now, or cannot any more.
    void changed(const QString &name);
    void currentChanged();

private:
    void readKey(const QString &name);
    void readWebhookSecrets();
    Expected<QList<QSslCertificate>> authoritiesOf(const client::Profile &profile);

    client::Connections &m_profiles;
    client::KeyStore &m_keys;
    supervisor::ServiceSupervisor &m_service;
    QHash<QString, Expected<QString>> m_known;
    QSet<QString> m_reading;
    std::map<QString, QString> m_webhookSecrets;
    int m_secretsUnderWay = 0;
    QHash<QString, std::pair<QDateTime, QList<QSslCertificate>>> m_authorities;
    std::optional<Error> m_serviceFailure;
    bool m_serviceWanted = false;
};

/// A profile's name as people read it.
QString profileTitle(const client::Profile &profile);

} // namespace xs::gui::shell
