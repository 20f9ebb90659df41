// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSslCertificate>
#include <QString>
#include <QUrl>

#include <map>

namespace xs::client {

/// Where requests go and with which key. The key lives in memory only: it comes from the keyring, from the
/// environment or from the local service's start, and is neither stored nor logged.
struct Connection
{
    /// Name of the connection's profile, unique among profiles.
    QString name;
    /// With or without a path and a slash at its end.
    QUrl baseUrl;
    QString key;
    /// Empty means the key's default project.
    QString projectId;
    /// How many requests a minute the server grants; 0 means that it counts none.
    int requestsPerMinute = 0;
    /// Signing secrets of webhooks, by the webhook's address; empty for one that is kept but could not be read.
    std::map<QString, QString> webhookSecrets = {};
    /// Trusted besides the system's.
    QList<QSslCertificate> authorities = {};

    bool operator==(const Connection &) const = default;
};

} // namespace xs::client
