// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/webhookwish.h"

#include "server/answers.h"
#include "server/jobstore.h"
#include "server/problems.h"

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

constexpr std::size_t mostWebhooks = 20;

/// Whether a member is a list that is not too long; anything else but null is a problem.
bool isList(const Json &value, const QStringList &location, Problems &problems)
{
    if (value.is_null())
        return false;
    if (value.is_array() && value.size() <= mostWebhooks)
        return true;
    problems.add(location, u"Input should be a list of at most %1 entries"_s.arg(mostWebhooks), u"list_type"_s);
    return false;
}

} // namespace

WebhookWish readWebhookWish(const Json &body, Hosts hosts, Problems &problems)
{
    WebhookWish wish;
    const QStringList inlined{u"body"_s, u"webhook_configurations"_s};
    if (const auto &entries = member(body, "webhook_configurations"); isList(entries, inlined, problems)) {
        for (std::size_t i = 0; i < entries.size(); ++i)
            (void)readWebhook(entries[i], inlined + QStringList(QString::number(i)), hosts, problems);
        wish.entries = entries;
    }
    const QStringList saved{u"body"_s, u"webhook_configuration_ids"_s};
    if (const auto &ids = member(body, "webhook_configuration_ids"); isList(ids, saved, problems))
        for (std::size_t i = 0; i < ids.size(); ++i) {
            if (!ids[i].is_string() || ids[i].empty())
                problems.add(saved + QStringList(QString::number(i)), u"Input should be a valid string"_s,
                             u"string_type"_s);
            else if (const auto id = toQString(ids[i]); !wish.savedIds.contains(id))
                wish.savedIds << id;
        }
    return wish;
}

std::optional<Response> refuseUnknown(const WebhookWish &wish, const WebhookStore &store)
{
    for (const auto &id : wish.savedIds) {
        const auto found = store.find(id);
        if (!found && found.error().code == ErrorCode::NotFound)
            return errorResponse(400, u"inputs_invalid: there is no webhook endpoint %1"_s.arg(id));
        if (!found)
            return storeErrorResponse(found.error(), u"webhook endpoint"_s);
    }
    return {};
}

void keepWebhooks(const WebhookWish &wish, StoredJob &job)
{
    if (!wish.entries.empty())
        job.request["webhooks"] = wish.entries;
    for (const auto &id : wish.savedIds)
        job.request["webhook_ids"].push_back(toStd(id));
}

bool wantsEvents(const StoredJob &job)
{
    return job.request.contains("webhooks") || job.request.contains("webhook_ids");
}

Expected<std::vector<Json>> webhookEntries(store::Database &database, const StoredJob &job)
{
    std::vector<Json> entries;
    for (const auto &entry : member(job.request, "webhooks"))
        entries.push_back(entry);
    for (const auto &id : member(job.request, "webhook_ids")) {
        auto saved = findWebhook(database, toQString(id));
        if (saved)
            entries.push_back(std::move(saved->entry));
        else if (saved.error().code != ErrorCode::NotFound)
            return Unexpected(saved.error());
    }
    return entries;
}

} // namespace xs::server
