// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/connection.h"

#include <vector>

class QSettings;

namespace xs::client {

/// A connection as it is remembered: everything but its key.
struct Profile
{
    enum class Kind {
        /// The local service, whose address and token are new at each start.
        ThisComputer,
        /// A region of LlamaCloud; its address is fixed.
        LlamaCloud,
        /// An address that the user typed.
        Own,
    };

    Kind kind = Kind::Own;
    /// Unique. Those of the profiles that are always there are English and never change; windows may translate them.
    QString name;
    QUrl baseUrl;
    QString projectId;
    /// 0 means that nothing is counted.
    int requestsPerMinute = 0;

    enum class Proxy { System, None, Manual };
    Proxy proxy = Proxy::System;
    /// With Manual: http://host:port or socks5://host:port. A name or a password in it is not kept.
    QUrl proxyUrl = {};
    /// PEM file of authorities that are trusted besides the system's; empty for none.
    QString caFile = {};

    bool operator==(const Profile &) const = default;
};

/// Names of the profiles that are always there.
inline constexpr QStringView thisComputer = u"This computer";
inline constexpr QStringView llamaCloudNorthAmerica = u"LlamaCloud North America";
inline constexpr QStringView llamaCloudEurope = u"LlamaCloud Europe";

/// Under which name the KeyStore has a webhook's signing secret.
QString webhookKeyName(const QString &address);

/// The profiles that are always there, in the order of a chooser.
std::vector<Profile> fixedProfiles();

/// The remembered profiles: the fixed ones (with what the user may change in them), then the user's own.
/// Keeps them in the settings it is given; keys are in the KeyStore.
class Connections
{
public:
    explicit Connections(QSettings &settings) : m_settings(settings) {}

    std::vector<Profile> profiles() const;
    /// Whether there is a profile of that name.
    bool contains(const QString &name) const;
    /// The profile of that name; ThisComputer when there is none.
    Profile profile(const QString &name) const;
    /// Adds a profile, or replaces the one of its name. Those that are always there keep their address, and none of
    /// another kind takes their place.
    void save(const Profile &profile);
    /// Only own profiles go.
    void remove(const QString &name);

    /// The name chosen last; this computer's at the first start.
    QString current() const;
    void setCurrent(const QString &name);

    /// Addresses of webhooks whose signing secret is in the KeyStore, under webhookKeyName().
    QStringList signedWebhooks() const;
    void setSignedWebhooks(const QStringList &addresses);

private:
    void readNetwork(Profile &profile) const;
    void write(const std::vector<Profile> &profiles);

    QSettings &m_settings;
};

} // namespace xs::client
