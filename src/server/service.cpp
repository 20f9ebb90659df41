// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/service.h"

#include "server/log.h"
#include "server/migrations.h"
#include "server/schemaroutes.h"

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

/// The SDKs wait for an answer for 60 seconds.
constexpr int longestTaskMilliseconds = 55'000;

WorkerSettings forTasks(WorkerSettings settings)
{
    settings.timeLimitMilliseconds = std::min(settings.timeLimitMilliseconds, longestTaskMilliseconds);
    return settings;
}

WorkerSettings inFolder(WorkerSettings settings, const DataFolder &folder)
{
    settings.temporaryFolder = folder.temporary();
    return settings;
}

/// Whatever keeps the store from being written at the start is a matter of the folder, such as a full disk.
Unexpected startError(Error error, const DataFolder &folder)
{
    if (error.code == ErrorCode::FileNotWritten || error.code == ErrorCode::StoreUnavailable)
        return Unexpected(ErrorCode::StoreUnavailable, error.detail, folder.path());
    return Unexpected(std::move(error));
}

} // namespace

Expected<std::unique_ptr<Service>> Service::start(const ServiceOptions &options)
{
    auto listener = HttpServer::bind(options.place);
    if (!listener)
        return Unexpected(listener.error());
    auto folder = DataFolder::open(options.dataFolder);
    if (!folder)
        return Unexpected(folder.error());
    if (const auto checked = folder->checkDatabase(); !checked)
        return Unexpected(checked.error());
    auto store = StoreThread::open(folder->database(), migrations());
    if (!store)
        return startError(store.error(), *folder);
    auto tenancy = Tenancy::load(**store, SystemClock());
    if (!tenancy)
        return startError(tenancy.error(), *folder);
    tenancy->others = options.otherProjects;
    auto self = std::unique_ptr<Service>(
        new Service(options, *std::move(listener), *std::move(folder), *std::move(store), *std::move(tenancy)));
    if (const auto done = self->m_files.recover(); !done)
        return startError(done.error(), self->m_folder);
    self->m_runner.start();
    self->m_sender.wake();
    self->m_listener->start([raw = self.get()](const Request &request) { return raw->answer(request); });
    return self;
}

Service::Service(const ServiceOptions &options, std::unique_ptr<HttpServer> listener, DataFolder folder,
                 std::unique_ptr<StoreThread> store, Tenancy tenancy)
    : m_listener(std::move(listener)), m_folder(std::move(folder)), m_store(std::move(store)),
      m_tenancy(std::move(tenancy)), m_files(*m_store, m_clock, m_folder.files(), m_folder.incoming()),
      m_jobs(*m_store, m_clock, m_tenancy.projectId), m_configurations(*m_store, m_clock),
      m_webhooks(*m_store, m_clock), m_runner(m_jobs, m_files, inFolder(options.worker, m_folder), options.workers,
                                              options.fetchLimits, options.model),
      m_outbox(*m_store, m_clock), m_sender(m_outbox, m_clock, options.webhookHosts, options.webhookAnswerTime),
      m_tasks(forTasks(inFolder(options.worker, m_folder)), options.workers),
      m_desk(m_jobs, m_runner, Readings(m_jobs, m_files, m_tasks, m_runner)), m_presigner(m_clock, m_listener->place()),
      m_gate(options.token, m_listener->place()), m_fileRoutes(m_files, m_presigner, m_tenancy),
      m_extractRoutes(m_desk, m_files, m_configurations, m_webhooks, options.webhookHosts, m_tenancy),
      m_parseRoutes(m_desk, m_files, m_configurations, m_webhooks, options.webhookHosts, options.fetchLimits.hosts,
                    m_presigner, m_tenancy),
      m_configurationRoutes(m_configurations), m_webhookRoutes(m_webhooks, options.webhookHosts, m_tenancy),
      m_generateRoute(m_files, m_tasks), m_projectRoutes(m_tenancy), m_jobDataRoutes(m_jobs, m_clock, m_tenancy)
{
    m_jobs.setEventListener([this] { m_sender.wake(); });
    m_fileRoutes.addTo(m_router);
    m_extractRoutes.addTo(m_router);
    m_parseRoutes.addTo(m_router);
    m_configurationRoutes.addTo(m_router);
    m_webhookRoutes.addTo(m_router);
    addSchemaRoutes(m_router);
    m_generateRoute.addTo(m_router);
    m_projectRoutes.addTo(m_router);
    m_jobDataRoutes.addTo(m_router);
}

Service::~Service()
{
    m_tasks.stop();
    // No handler may run while the parts that it uses go away.
    m_listener->stop();
}

QString Service::url() const
{
    return u"http://"_s + m_listener->place().authority();
}

Response Service::answer(Request request) const
{
    if (const auto refusal = m_gate.checkOrigin(request))
        return *refusal;
    auto match = m_router.find(request.method, request.path);
    if (!match.handler || match.access == Access::Token)
        if (const auto refusal = m_gate.checkToken(request))
            return *refusal;
    if (!match.handler)
        return match.refusal;
    if (match.access == Access::Token)
        if (const auto refusal = m_tenancy.refuseOthers(request))
            return *refusal;
    request.pathValues = std::move(match.pathValues);
    return (*match.handler)(request);
}

} // namespace xs::server
