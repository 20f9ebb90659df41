// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/extractroutes.h"

#include "api/jobjson.h"
#include "api/paths.h"
#include "server/answers.h"
#include "server/extractjson.h"
#include "server/queryreader.h"
#include "server/serverids.h"

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

JobQuery readExtractQuery(QueryReader &query)
{
    auto wanted = readJobQuery(query, JobKind::Extract);
    wanted.configurationId = query.text(u"configuration_id"_s);
    const auto input = query.text(u"file_input"_s);
    if (const auto value = input ? input : query.text(u"document_input_value"_s))
        wanted.input = fileId(*value);
    // The API's list of types is open.
    const auto type = query.text(u"document_input_type"_s);
    if (type == u"parse_job_id"_s)
        wanted.inputPrefix = u"pjb-"_s;
    else if (type == u"file_id"_s)
        wanted.inputPrefix = u"dfl-"_s;
    wanted.parts = extractParts();
    return wanted;
}

} // namespace

ExtractRoutes::ExtractRoutes(JobDesk &desk, const FileStore &files, const ConfigurationStore &configurations,
                             const WebhookStore &webhooks, Hosts hosts, const Tenancy &tenancy)
    : m_desk(desk), m_files(files), m_configurations(configurations), m_webhooks(webhooks), m_hosts(hosts),
      m_tenancy(tenancy)
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
std::optional<Response> ExtractRoutes::setInput(const QString &input, StoredJob &job) const
{
    if (input.startsWith("pjb-"_L1))
        return setParseJob(input, job);
    const auto file = m_files.find(fileId(input));
    if (!file && file.error().code == ErrorCode::NotFound)
        return errorResponse(400, u"inputs_invalid: there is no file %1"_s.arg(input));
    if (!file)
        return storeErrorResponse(file.error(), u"file"_s);
    job.input = file->id;
    return {};
}

std::optional<Response> ExtractRoutes::setParseJob(const QString &id, StoredJob &job) const
{
    const auto parsed = m_desk.findParseJob(id);
    if (!parsed && parsed.error().code == ErrorCode::NotFound)
        return errorResponse(400, u"inputs_invalid: there is no parse job %1"_s.arg(id));
    if (!parsed)
        return storeErrorResponse(parsed.error(), u"parse job"_s);
    if (parsed->status != domain::JobStatus::Completed)
        return errorResponse(400, u"inputs_invalid: the parse job %1 is not completed, its status is %2"_s.arg(
                                      id, api::statusWord(parsed->status)));
    job.input = id;
    job.request["parse_tier"] = member(member(parsed->request, "configuration"), "tier");
    return {};
}

/// Keeps the saved parse settings that an extraction from a file names.
std::optional<Response> ExtractRoutes::setParseConfiguration(const domain::Configuration &configuration,
                                                             StoredJob &job) const
{
    const auto &id = configuration.parseConfigId;
    // The API ignores them for this tier, and a parse job brings its own.
    if (!id || configuration.tier == domain::tier::turbo || job.input.startsWith("pjb-"_L1))
        return {};
    const auto saved = m_configurations.find(*id);
    if (!saved && saved.error().code == ErrorCode::NotFound)
        return errorResponse(400, u"inputs_invalid: there is no parse configuration %1"_s.arg(*id));
    if (!saved)
        return storeErrorResponse(saved.error(), u"configuration"_s);
    if (saved->productType != "parse_v2"_L1)
        return errorResponse(
            400, u"inputs_invalid: the parse configuration is of the type %1, not parse_v2"_s.arg(saved->productType));
    job.request["parse_configuration"] = saved->parameters;
    if (!configuration.parseTier)
        job.request["parse_tier"] = member(saved->parameters, "tier");
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
    if (const auto refusal = setInput(read.call.fileInput, job))
        return *refusal;
    if (const auto refusal = fillConfiguration(read.call))
        return *refusal;
    if (const auto refusal = setParseConfiguration(*read.call.configuration, job))
        return *refusal;
    if (const auto refusal = refuseUnknown(read.call.webhooks, m_webhooks))
        return *refusal;
    job.configurationId = read.call.configurationId;
    job.request["configuration"] = reportedConfiguration(*read.call.configuration);
    keepWebhooks(read.call.webhooks, job);
    const auto stored = m_desk.create(job, request);
    return stored ? jsonResponse(toJson(*stored, {})) : storeErrorResponse(stored.error(), u"job"_s);
}

Response ExtractRoutes::list(const Request &request) const
{
    QueryReader query(request);
    const auto wanted = readExtractQuery(query);
    if (query.problems().any())
        return query.problems().response();
    auto expand = query.expand();
    // The API gives credits for single jobs only.
    expand.removeAll(u"usage"_s);
    const auto page = m_desk.jobs().list(wanted);
    if (!page)
        return storeErrorResponse(page.error(), u"job"_s);
    return jsonResponse(pageJson(*page, [&](const StoredJob &job) { return toJson(job, expand); }));
}

Response ExtractRoutes::get(const Request &request) const
{
    const auto job = m_desk.jobs().find(JobKind::Extract, request.pathValues.at(0), extractParts());
    return job ? jsonResponse(toJson(*job, QueryReader(request).expand())) : storeErrorResponse(job.error(), u"job"_s);
}

Response ExtractRoutes::cancel(const Request &request)
{
    const auto job = m_desk.cancel(JobKind::Extract, request.pathValues.at(0));
    return job ? jsonResponse(toJson(*job, {})) : storeErrorResponse(job.error(), u"job"_s);
}

/// A job that is not over is cancelled first.
Response ExtractRoutes::remove(const Request &request)
{
    const auto id = request.pathValues.at(0);
    if (const auto cancelled = m_desk.cancel(JobKind::Extract, id);
        !cancelled && cancelled.error().code != ErrorCode::Conflict)
        return storeErrorResponse(cancelled.error(), u"job"_s);
    const auto removed = m_desk.remove(JobKind::Extract, id);
    return removed ? jsonResponse(Json::object()) : storeErrorResponse(removed.error(), u"job"_s);
}

} // namespace xs::server
