// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth.h"
#include "server/configurationroutes.h"
#include "server/datafolder.h"
#include "server/extractroutes.h"
#include "server/fileroutes.h"
#include "server/generateroute.h"
#include "server/httpserver.h"
#include "server/jobdataroutes.h"
#include "server/parseroutes.h"
#include "server/projectroutes.h"
#include "server/webhookroutes.h"
#include "server/webhooksender.h"

namespace xs::server {

/// How a service is started.
struct ServiceOptions
{
    ListenPlace place;
    QString dataFolder;
    /// Empty lets any bearer value in.
    QByteArray token;
    int workers = 1;
    Hosts webhookHosts = Hosts::LoopbackOnly;
    /// How long a receiver of webhooks may take for its answer.
    std::chrono::milliseconds webhookAnswerTime = WebhookSender::defaultAnswerTime;
    FetchLimits fetchLimits;
    OtherProjects otherProjects = OtherProjects::Refused;
    /// What starts a worker: `temporaryFolder` is filled in by the service.
    WorkerSettings worker;
    /// Asked by jobs of the tier agentic.
    ModelSettings model;
};

/// The whole local service: the listener, the stores and the runner, joined. Lives in the main thread, which
/// needs an event loop; its routes run on the listener's threads.
class Service
{
public:
    /// Takes the port first, then the data folder, and answers only when everything is ready.
    /// Errors: PortInUse, ServiceNotStarted, StoreUnavailable, StoreCorrupt, StoreTooNew.
    static Expected<std::unique_ptr<Service>> start(const ServiceOptions &options);
    ~Service();

    /// "http://127.0.0.1:<port>", unless it listens elsewhere.
    QString url() const;
    /// One answer, as the listener gives it. Callable from any thread.
    Response answer(Request request) const;

private:
    Service(const ServiceOptions &options, std::unique_ptr<HttpServer> listener, DataFolder folder,
            std::unique_ptr<StoreThread> store, Tenancy tenancy);

    SystemClock m_clock;
    std::unique_ptr<HttpServer> m_listener;
    DataFolder m_folder;
    std::unique_ptr<StoreThread> m_store;
    Tenancy m_tenancy;
    FileStore m_files;
    JobStore m_jobs;
    ConfigurationStore m_configurations;
    WebhookStore m_webhooks;
    JobRunner m_runner;
    Outbox m_outbox;
    WebhookSender m_sender;
    TaskRunner m_tasks;
    JobDesk m_desk;
    Presigner m_presigner;
    Gate m_gate;
    FileRoutes m_fileRoutes;
    ExtractRoutes m_extractRoutes;
    ParseRoutes m_parseRoutes;
    ConfigurationRoutes m_configurationRoutes;
    WebhookRoutes m_webhookRoutes;
    GenerateRoute m_generateRoute;
    ProjectRoutes m_projectRoutes;
    JobDataRoutes m_jobDataRoutes;
    Router m_router;
};

} // namespace xs::server
