// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/extractroutes.h"

#include "api/paths.h"
#include "server/answers.h"
#include "server/extractjson.h"
#include "server/queryreader.h"
#include "server/serverids.h"

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

const QStringList &statusWords()
{
    static const QStringList words{u"PENDING"_s,   u"THROTTLED"_s, u"RUNNING"_s,
                                   u"COMPLETED"_s, u"FAILED"_s,    u"CANCELLED"_s};
    return words;
}

JobQuery readJobQuery(QueryReader &query)
{
    JobQuery wanted;
    if (const auto status = query.word(u"status"_s, statusWords()))
        wanted.statuses << *status;
    wanted.configurationId = query.text(u"configuration_id"_s);
    wanted.input = query.text(u"file_input"_s);
    if (!wanted.input)
        wanted.input = query.text(u"document_input_value"_s);
    if (const auto type = query.text(u"document_input_type"_s))
        wanted.inputPrefix = *type == "parse_job_id"_L1 ? u"pjb-"_s : u"dfl-"_s;
    wanted.ids = query.texts(u"job_ids"_s);
    wanted.createdFrom = query.moment(u"created_at_on_or_after"_s);
    wanted.createdUpTo = query.moment(u"created_at_on_or_before"_s);
    wanted.pageSize = query.pageSize();
    wanted.after = query.pageToken();
    wanted.parts = extractParts();
    return wanted;
}

} // namespace

ExtractRoutes::ExtractRoutes(JobStore &jobs, FileStore &files, const ConfigurationStore &configurations,
                             const WebhookStore &webhooks, JobRunner &runner, WebhookSender &sender, WebhookHosts hosts,
                             const Tenancy &tenancy)
    : m_jobs(jobs), m_files(files), m_configurations(configurations), m_webhooks(webhooks), m_runner(runner),
      m_sender(sender), m_hosts(hosts), m_tenancy(tenancy)
{
}

void ExtractRoutes::addTo(Router &router)
{
    const auto all = api::path::extract.toString();
    const auto one = all + u"/{job_id}"_s;
    router.add("POST", all, [this](const Request &request) { return create(request); });
    router.add("GET", all, [this](const Request &request) { return list(request); });
    router.add("GET", one, [this](const Request &request) { return get(request); });
    router.add("POST", one + u"/cancel"_s, [this](const Request &request) { return cancel(request); });
    router.add("DELETE", one, [this](const Request &request) { return remove(request); });
}

Json ExtractRoutes::toJson(const StoredJob &job, const QStringList &expand) const
{
    return extractJobJson(job, m_tenancy.projectId, expand);
}

/// Checks that the document is there, and brings its id into the stored form.
std::optional<Response> ExtractRoutes::refuseInput(QString &input) const
{
    const auto id = fileId(input);
    const auto file = m_files.find(id);
    if (!file && file.error().code == ErrorCode::NotFound)
        return errorResponse(400, u"inputs_invalid: there is no file %1"_s.arg(input));
    if (!file)
        return storeErrorResponse(file.error(), u"file"_s);
    input = id;
    return {};
}

/// Puts the saved configuration in the place of its id, so that the job keeps what it was made with.
std::optional<Response> ExtractRoutes::fillConfiguration(ExtractCall &call) const
{
    if (!call.configurationId)
        return {};
    const auto saved = m_configurations.find(*call.configurationId);
    if (!saved)
        return storeErrorResponse(saved.error(), u"configuration"_s);
    if (saved->productType != "extract_v2"_L1)
        return errorResponse(
            400, u"inputs_invalid: the configuration is of the type %1, not extract_v2"_s.arg(saved->productType));
    auto parameters = saved->parameters;
    parameters.erase("product_type");
    Problems problems;
    call.configuration = readConfiguration(parameters, {u"configuration_id"_s}, problems);
    return problems.any() ? std::optional(problems.response()) : std::nullopt;
}

Response ExtractRoutes::create(const Request &request)
{
    const auto body = readJsonBody(request);
    if (body.refusal)
        return *body.refusal;
    auto read = readExtractCall(body.json, m_hosts);
    if (read.refusal)
        return *read.refusal;
    StoredJob job;
    job.input = read.call.fileInput;
    if (const auto refusal = refuseInput(job.input))
        return *refusal;
    if (const auto refusal = fillConfiguration(read.call))
        return *refusal;
    if (const auto refusal = refuseUnknown(read.call.webhooks, m_webhooks))
        return *refusal;
    job.configurationId = read.call.configurationId;
    job.request["configuration"] = reportedConfiguration(*read.call.configuration);
    keepWebhooks(read.call.webhooks, job);
    const auto stored = m_jobs.create(job, request.header("idempotency-key"));
    if (!stored)
        return storeErrorResponse(stored.error(), u"job"_s);
    m_runner.wake();
    m_sender.wake();
    return jsonResponse(toJson(*stored, {}));
}

Response ExtractRoutes::list(const Request &request) const
{
    QueryReader query(request);
    const auto wanted = readJobQuery(query);
    if (query.problems().any())
        return query.problems().response();
    auto expand = query.expand();
    // The API gives credits for single jobs only.
    expand.removeAll(u"usage"_s);
    const auto page = m_jobs.list(wanted);
    if (!page)
        return storeErrorResponse(page.error(), u"job"_s);
    return jsonResponse(pageJson(*page, [&](const StoredJob &job) { return toJson(job, expand); }));
}

Response ExtractRoutes::get(const Request &request) const
{
    const auto job = m_jobs.find(JobKind::Extract, request.pathValues.at(0), extractParts());
    return job ? jsonResponse(toJson(*job, QueryReader(request).expand())) : storeErrorResponse(job.error(), u"job"_s);
}

Response ExtractRoutes::cancel(const Request &request)
{
    const auto job = m_jobs.cancel(JobKind::Extract, request.pathValues.at(0));
    if (!job)
        return storeErrorResponse(job.error(), u"job"_s);
    m_runner.abandon(job->id);
    m_sender.wake();
    return jsonResponse(toJson(*job, {}));
}

Response ExtractRoutes::remove(const Request &request)
{
    const auto id = request.pathValues.at(0);
    const auto removed = m_jobs.remove(JobKind::Extract, id);
    if (!removed)
        return storeErrorResponse(removed.error(), u"job"_s);
    m_runner.abandon(id);
    return jsonResponse(Json::object());
}

} // namespace xs::server
