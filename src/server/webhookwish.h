// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/webhook.h"
#include "server/webhookstore.h"

namespace xs::server {

struct Response;
struct StoredJob;

/// Who wants to be told of a job, as the body of its creation says: `webhook_configurations` and
/// `webhook_configuration_ids`.
struct WebhookWish
{
    /// Entries as they were sent, each checked.
    Json entries = Json::array();
    /// Saved endpoints, each once.
    QStringList savedIds;
};

/// Reads both members; what is wrong with them is added to `problems`.
WebhookWish readWebhookWish(const Json &body, Hosts hosts, Problems &problems);

/// 400 when a saved endpoint is not there.
std::optional<Response> refuseUnknown(const WebhookWish &wish, const WebhookStore &store);

/// Writes the wish into `job.request` as `webhooks` and `webhook_ids`; nothing where nothing is wished.
void keepWebhooks(const WebhookWish &wish, StoredJob &job);
/// Whether somebody may want to be told of the job.
bool wantsEvents(const StoredJob &job);
/// On the store's thread: the entries of a job, those of saved endpoints as they are now.
Expected<std::vector<Json>> webhookEntries(store::Database &database, const StoredJob &job);

} // namespace xs::server
