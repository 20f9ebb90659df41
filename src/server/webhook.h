// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "server/hosts.h"

#include <QStringList>
#include <QUrl>

#include <optional>

namespace xs::server {

class Problems;

/// Where and how somebody wants to be told of events (the API's webhook entry).
struct Webhook
{
    QUrl url;
    /// None means all events.
    std::optional<QStringList> events;
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    /// Whether the body is the event itself, or the event's text inside one JSON string (the API's default).
    bool asJson = false;
    QByteArray secret;

    bool wants(const QString &event) const { return !events || events->contains(event); }
};

/// Reads one entry; what is wrong with it is added to `problems` at `location`.
Webhook readWebhook(const Json &entry, const QStringList &location, Hosts hosts, Problems &problems);

/// The bytes to send for an event, in the wanted format.
QByteArray webhookBody(const Webhook &webhook, const Json &event);

} // namespace xs::server
