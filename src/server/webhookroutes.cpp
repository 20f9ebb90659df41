// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/webhookroutes.h"

#include "api/jobjson.h"
#include "api/paths.h"
#include "server/answers.h"
#include "server/problems.h"

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

constexpr std::array members{"webhook_url", "webhook_events", "webhook_headers", "webhook_output_format",
                             "webhook_signing_secret"};

/// The members of an entry that the body has; others are left out.
Json entryOf(const Json &body)
{
    auto entry = Json::object();
    for (const auto *name : members)
        if (const auto found = body.find(name); found != body.end())
            entry[name] = *found;
    return entry;
}

JsonBody readEntry(const Request &request)
{
    auto body = readJsonBody(request);
    if (!body.refusal)
        body.json = entryOf(body.json);
    return body;
}

} // namespace

void WebhookRoutes::addTo(Router &router)
{
    const auto all = api::path::webhookConfigs.toString();
    const auto one = all + u"/{config_id}"_s;
    router.add("POST", all, [this](const Request &request) { return create(request); });
    router.add("GET", all, [this](const Request &) { return list(); });
    router.add("GET", one, [this](const Request &request) { return get(request); });
    router.add("PUT", one, [this](const Request &request) { return update(request); });
    router.add("DELETE", one, [this](const Request &request) { return remove(request); });
}

Json WebhookRoutes::toJson(const SavedWebhook &webhook) const
{
    Json json;
    json["id"] = toStd(webhook.id);
    json["tenant_id"] = toStd(m_tenancy.projectId);
    json["tenant_type"] = "project";
    json["webhook_url"] = member(webhook.entry, "webhook_url");
    json["webhook_events"] = member(webhook.entry, "webhook_events");
    json["webhook_headers"] = member(webhook.entry, "webhook_headers");
    json["webhook_output_format"] = toStd(stringMember(webhook.entry, "webhook_output_format").value_or(u"string"_s));
    json["has_secret"] = !stringMember(webhook.entry, "webhook_signing_secret").value_or(QString()).isEmpty();
    json["created_at"] = toStd(api::timestamp(webhook.createdAt));
    json["updated_at"] = toStd(api::timestamp(webhook.updatedAt));
    return json;
}

Response WebhookRoutes::create(const Request &request)
{
    const auto body = readEntry(request);
    if (body.refusal)
        return *body.refusal;
    Problems problems;
    (void)readWebhook(body.json, {u"body"_s}, m_hosts, problems);
    if (problems.any())
        return problems.response();
    const auto saved = m_webhooks.add(body.json, request.header("idempotency-key"));
    return saved ? jsonResponse(toJson(*saved), 201) : storeErrorResponse(saved.error(), u"webhook endpoint"_s);
}

Response WebhookRoutes::list() const
{
    const auto all = m_webhooks.list();
    if (!all)
        return storeErrorResponse(all.error(), u"webhook endpoint"_s);
    auto json = Json::array();
    for (const auto &webhook : *all)
        json.push_back(toJson(webhook));
    return jsonResponse(json);
}

Response WebhookRoutes::get(const Request &request) const
{
    const auto found = m_webhooks.find(request.pathValues.at(0));
    return found ? jsonResponse(toJson(*found)) : storeErrorResponse(found.error(), u"webhook endpoint"_s);
}

/// What is absent stays; null takes a member back to what it is when nothing is said. A URL there must be.
Response WebhookRoutes::update(const Request &request)
{
    auto body = readEntry(request);
    if (body.refusal)
        return *body.refusal;
    if (member(body.json, "webhook_url").is_null())
        body.json.erase("webhook_url");
    Problems problems;
    const auto updated = m_webhooks.update(request.pathValues.at(0), body.json, [&](const Json &entry) {
        (void)readWebhook(entry, {u"body"_s}, m_hosts, problems);
        return !problems.any();
    });
    if (problems.any())
        return problems.response();
    return updated ? jsonResponse(toJson(*updated)) : storeErrorResponse(updated.error(), u"webhook endpoint"_s);
}

Response WebhookRoutes::remove(const Request &request)
{
    const auto removed = m_webhooks.remove(request.pathValues.at(0));
    return removed ? emptyResponse() : storeErrorResponse(removed.error(), u"webhook endpoint"_s);
}

} // namespace xs::server
