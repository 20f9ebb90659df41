// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/configurationstore.h"
#include "server/extractrequest.h"
#include "server/jobrunner.h"
#include "server/router.h"
#include "server/tenancy.h"
#include "server/webhooksender.h"

namespace xs::server {

/// `/api/v2/extract`: create, list, get, cancel, delete. Lives as long as the router that it filled.
class ExtractRoutes
{
public:
    ExtractRoutes(JobStore &jobs, FileStore &files, const ConfigurationStore &configurations,
                  const WebhookStore &webhooks, JobRunner &runner, WebhookSender &sender, WebhookHosts hosts,
                  const Tenancy &tenancy);
    void addTo(Router &router);

private:
    Response create(const Request &request);
    Response list(const Request &request) const;
    Response get(const Request &request) const;
    Response cancel(const Request &request);
    Response remove(const Request &request);
    std::optional<Response> refuseInput(QString &input) const;
    std::optional<Response> fillConfiguration(ExtractCall &call) const;
    Json toJson(const StoredJob &job, const QStringList &expand) const;

    JobStore &m_jobs;
    FileStore &m_files;
    const ConfigurationStore &m_configurations;
    const WebhookStore &m_webhooks;
    JobRunner &m_runner;
    WebhookSender &m_sender;
    WebhookHosts m_hosts;
    const Tenancy &m_tenancy;
};

} // namespace xs::server
