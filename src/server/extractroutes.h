// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/configurationstore.h"
#include "server/extractrequest.h"
#include "server/jobdesk.h"
#include "server/router.h"
#include "server/tenancy.h"

namespace xs::server {

/// `/api/v2/extract`: create, list, get, cancel, delete. Lives as long as the router that it filled.
class ExtractRoutes
{
public:
    ExtractRoutes(JobDesk &desk, const FileStore &files, const ConfigurationStore &configurations,
                  const WebhookStore &webhooks, Hosts hosts, const Tenancy &tenancy);
    void addTo(Router &router);

private:
    Response create(const Request &request);
    Response list(const Request &request) const;
    Response get(const Request &request) const;
    Response cancel(const Request &request);
    Response remove(const Request &request);
    std::optional<Response> setInput(const QString &input, StoredJob &job) const;
    std::optional<Response> setParseJob(const QString &id, StoredJob &job) const;
    std::optional<Response> fillConfiguration(ExtractCall &call) const;
    std::optional<Response> setParseConfiguration(const domain::Configuration &configuration, StoredJob &job) const;
    Json toJson(const StoredJob &job, const QStringList &expand) const;

    JobDesk &m_desk;
    const FileStore &m_files;
    const ConfigurationStore &m_configurations;
    const WebhookStore &m_webhooks;
    Hosts m_hosts;
    const Tenancy &m_tenancy;
};

} // namespace xs::server
