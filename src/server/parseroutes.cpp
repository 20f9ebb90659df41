// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/parseroutes.h"

#include "api/paths.h"
#include "server/answers.h"
#include "server/parsejson.h"
#include "server/queryreader.h"
#include "server/serverids.h"
#include "server/sourcefetch.h"
#include "server/upload.h"

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

constexpr auto partsFolder = u"results";

} // namespace

ParseRoutes::ParseRoutes(JobDesk &desk, FileStore &files, const ConfigurationStore &configurations,
                         const WebhookStore &webhooks, Hosts webhookHosts, Hosts sourceHosts,
                         const Presigner &presigner, const Tenancy &tenancy)
    : m_desk(desk), m_files(files), m_configurations(configurations), m_webhooks(webhooks),
      m_webhookHosts(webhookHosts), m_sourceHosts(sourceHosts), m_presigner(presigner), m_tenancy(tenancy)
{
}

void ParseRoutes::addTo(Router &router)
{
    const auto all = api::path::parse.toString();
    const auto one = all + u"/{job_id}"_s;
    router.add("POST", all, [this](const Request &request) { return create(request); });
    router.add("POST", all + u"/upload"_s, [this](const Request &request) { return upload(request); });
    router.add("GET", all, [this](const Request &request) { return list(request); });
    router.add("GET", all + u"/versions"_s, [](const Request &) { return jsonResponse(parseVersions()); });
    router.add("GET", one, [this](const Request &request) { return get(request); });
    router.add("POST", one + u"/cancel"_s, [this](const Request &request) { return cancel(request); });
    router.add("DELETE", one, [this](const Request &request) { return remove(request); });
    router.add(
        "GET", Presigner::pattern(partsFolder), [this](const Request &request) { return part(request); }, Access::Open);
}

/// Puts the saved settings below those of the request, so that the job keeps what it was made with.
std::optional<Response> ParseRoutes::fillConfiguration(ParseCall &call) const
{
    if (!call.configurationId)
        return {};
    const auto saved = m_configurations.find(*call.configurationId);
    if (!saved)
        return storeErrorResponse(saved.error(), u"configuration"_s);
    if (saved->productType != "parse_v2"_L1)
        return errorResponse(
            400, u"inputs_invalid: the configuration is of the type %1, not parse_v2"_s.arg(saved->productType));
    call.settings = mergedSettings(saved->parameters, call.settings);
    Problems problems;
    checkParseSettings(call.settings, {u"configuration_id"_s}, problems);
    return problems.any() ? std::optional(problems.response()) : std::nullopt;
}

Expected<StoredJob> ParseRoutes::createJob(const ParseCall &call, const QString &input, const QString &name,
                                           const Request &request)
{
    StoredJob job;
    job.kind = JobKind::Parse;
    job.input = input;
    job.configurationId = call.configurationId;
    job.request["configuration"] = call.settings;
    job.request["name"] = toStd(name);
    if (!call.userMetadata.is_null())
        job.request["user_metadata"] = call.userMetadata;
    keepWebhooks(call.webhooks, job);
    return m_desk.create(job, request);
}

Response ParseRoutes::created(const Expected<StoredJob> &job) const
{
    return job ? jsonResponse(parseJobJson(*job, m_tenancy.projectId, {})) : storeErrorResponse(job.error(), u"job"_s);
}

/// The runner fetches the document; here it is only seen whether it may.
Response ParseRoutes::startFetched(const ParseCall &call, const Request &request)
{
    const DocumentSource source{QUrl(*call.sourceUrl),
                                QUrl(stringMember(call.settings, "http_proxy").value_or(QString()))};
    if (const auto refusal = refusalOf(source, m_sourceHosts))
        return errorResponse(400, u"inputs_invalid: "_s + *refusal);
    return created(createJob(call, *call.sourceUrl, nameIn(source.url), request));
}

Response ParseRoutes::create(const Request &request)
{
    const auto body = readJsonBody(request);
    if (body.refusal)
        return *body.refusal;
    auto read = readParseCall(body.json, ParseInput::Named, m_webhookHosts);
    if (read.refusal)
        return *read.refusal;
    if (const auto refusal = refuseUnknown(read.call.webhooks, m_webhooks))
        return *refusal;
    if (const auto refusal = fillConfiguration(read.call))
        return *refusal;
    if (read.call.sourceUrl)
        return startFetched(read.call, request);
    const auto file = m_files.find(fileId(*read.call.fileId));
    if (!file && file.error().code == ErrorCode::NotFound)
        return errorResponse(400, u"inputs_invalid: there is no file %1"_s.arg(*read.call.fileId));
    return file ? created(createJob(read.call, file->id, file->name, request))
                : storeErrorResponse(file.error(), u"file"_s);
}

/// The configuration may come before or after the file; the file is kept only when the job can be made.
Response ParseRoutes::upload(const Request &request)
{
    auto form = readUploadForm(request, m_files);
    if (form.refusal)
        return *form.refusal;
    const auto refuse = [&form](const Response &response) {
        discard(form);
        return response;
    };
    if (!form.upload)
        return errorResponse(400, u"the field \"file\" is missing in the multipart body"_s);
    const auto text = form.fields.value(u"configuration"_s);
    if (text.isEmpty()) {
        Problems problems;
        problems.addMissing({u"body"_s, u"configuration"_s});
        return refuse(problems.response());
    }
    const auto body = parseJson(text.toUtf8());
    if (!body)
        return refuse(errorResponse(400, u"the configuration is not valid JSON: %1"_s.arg(body.error().detail)));
    auto read = readParseCall(*body, ParseInput::Uploaded, m_webhookHosts);
    if (read.refusal)
        return refuse(*read.refusal);
    if (const auto refusal = refuseUnknown(read.call.webhooks, m_webhooks))
        return refuse(*refusal);
    if (const auto refusal = fillConfiguration(read.call))
        return refuse(*refusal);
    const auto file = m_files.add(uploadedFile(form, u"parse"_s), *form.upload);
    if (!file)
        return storeErrorResponse(file.error(), u"file"_s);
    const auto job = createJob(read.call, file->id, file->name, request);
    // A repeated upload has led to the job of the first, with the file of that.
    if (!job || job->input != file->id)
        (void)m_files.remove(file->id);
    return created(job);
}

Response ParseRoutes::list(const Request &request) const
{
    QueryReader query(request);
    const auto wanted = readJobQuery(query, JobKind::Parse);
    if (query.problems().any())
        return query.problems().response();
    const auto page = m_desk.jobs().list(wanted);
    if (!page)
        return storeErrorResponse(page.error(), u"job"_s);
    return jsonResponse(
        pageJson(*page, [this](const StoredJob &job) { return parseJobJson(job, m_tenancy.projectId, {}); }));
}

/// The PDF copy that the job was asked to keep: the document itself, while it is there. Pictures become none.
std::optional<StoredFile> ParseRoutes::keptPdf(const StoredJob &job) const
{
    const auto &options = member(member(job.request, "configuration"), "output_options");
    if (!boolMember(options, "save_output_pdf").value_or(false))
        return {};
    auto file = m_files.find(job.input);
    return file && file->type == "pdf"_L1 ? std::optional(*std::move(file)) : std::nullopt;
}

Response ParseRoutes::get(const Request &request)
{
    const auto id = request.pathValues.at(0);
    const auto expand = QueryReader(request).expand();
    const auto job = m_desk.findParseJob(id, parseParts(expand));
    if (!job)
        return storeErrorResponse(job.error(), u"parse job"_s);
    QMap<QString, qint64> sizes;
    if (wantsPartSizes(*job, expand)) {
        auto found = m_desk.jobs().partSizes(JobKind::Parse, id);
        if (!found)
            return storeErrorResponse(found.error(), u"parse job"_s);
        sizes = *std::move(found);
    }
    return jsonResponse(parseResultJson(*job, m_tenancy.projectId, expand, sizes, keptPdf(*job), m_presigner));
}

/// `pjb-….text` and the like, by a presigned URL.
Response ParseRoutes::part(const Request &request) const
{
    const auto name = request.pathValues.at(0);
    if (!m_presigner.allows(request, name))
        return errorResponse(403, u"this link is not valid any more"_s);
    const auto part = name.section(u'.', 1);
    const auto job = m_desk.jobs().find(JobKind::Parse, name.section(u'.', 0, 0), {part});
    if (!job)
        return storeErrorResponse(job.error(), u"parse job"_s);
    return partDownload(*job, part);
}

Response ParseRoutes::cancel(const Request &request)
{
    const auto id = request.pathValues.at(0);
    if (const auto known = m_desk.findParseJob(id); !known)
        return storeErrorResponse(known.error(), u"parse job"_s);
    const auto job = m_desk.cancel(JobKind::Parse, id);
    return job ? jsonResponse(parseJobJson(*job, m_tenancy.projectId, {}))
               : storeErrorResponse(job.error(), u"parse job"_s);
}

/// Unlike an extract job, a parse job must be over before it is deleted.
Response ParseRoutes::remove(const Request &request)
{
    const auto id = request.pathValues.at(0);
    const auto removed = m_desk.remove(JobKind::Parse, id);
    if (!removed)
        return storeErrorResponse(removed.error(), u"parse job"_s);
    Json json;
    json["id"] = toStd(id);
    json["project_id"] = toStd(m_tenancy.projectId);
    return jsonResponse(json);
}

} // namespace xs::server
