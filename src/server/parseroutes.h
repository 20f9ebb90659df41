// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/configurationstore.h"
#include "server/jobdesk.h"
#include "server/parserequest.h"
#include "server/presign.h"
#include "server/router.h"
#include "server/tenancy.h"

namespace xs::server {

/// `/api/v2/parse`: create, upload, list, get, cancel, delete, versions; and the presigned URLs of parts of results.
/// Lives as long as the router that it filled.
class ParseRoutes
{
public:
    ParseRoutes(JobDesk &desk, FileStore &files, const ConfigurationStore &configurations, const WebhookStore &webhooks,
                Hosts webhookHosts, Hosts sourceHosts, const Presigner &presigner, const Tenancy &tenancy);
    void addTo(Router &router);

private:
    Response create(const Request &request);
    Response upload(const Request &request);
    Response list(const Request &request) const;
    Response get(const Request &request);
    Response part(const Request &request) const;
    Response cancel(const Request &request);
    Response remove(const Request &request);
    std::optional<Response> fillConfiguration(ParseCall &call) const;
    std::optional<StoredFile> keptPdf(const StoredJob &job) const;
    Expected<StoredJob> createJob(const ParseCall &call, const QString &input, const QString &name,
                                  const Request &request);
    Response created(const Expected<StoredJob> &job) const;
    Response startFetched(const ParseCall &call, const Request &request);

    JobDesk &m_desk;
    FileStore &m_files;
    const ConfigurationStore &m_configurations;
    const WebhookStore &m_webhooks;
    Hosts m_webhookHosts;
    Hosts m_sourceHosts;
    const Presigner &m_presigner;
    const Tenancy &m_tenancy;
};

} // namespace xs::server
