// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/router.h"
#include "server/tenancy.h"
#include "server/webhook.h"
#include "server/webhookstore.h"

namespace xs::server {

/// `/api/v1/beta/webhook-configs`: saved endpoints that jobs may name. Secrets go in and never come out.
class WebhookRoutes
{
public:
    WebhookRoutes(WebhookStore &webhooks, Hosts hosts, const Tenancy &tenancy)
        : m_webhooks(webhooks), m_hosts(hosts), m_tenancy(tenancy)
    {
    }
    void addTo(Router &router);

private:
    Response create(const Request &request);
    Response list() const;
    Response get(const Request &request) const;
    Response update(const Request &request);
    Response remove(const Request &request);
    Json toJson(const SavedWebhook &webhook) const;

    WebhookStore &m_webhooks;
    Hosts m_hosts;
    const Tenancy &m_tenancy;
};

} // namespace xs::server
