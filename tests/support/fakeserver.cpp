// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakeserver.h"

#include "api/jobjson.h"

#include <QLocale>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace xs::test {

namespace {

QString wordOf(const FakeRequest &request)
{
    const auto path = request.path();
    const auto isPost = request.verb == "POST";
    if (path.endsWith("/files"_L1))
        return u"upload"_s;
    if (path.contains("/files/"_L1) && request.verb == "DELETE")
        return u"remove"_s;
    if (path.endsWith("/projects"_L1))
        return u"projects"_s;
    if (path.contains("/configurations"_L1))
        return u"configurations"_s;
    if (path.endsWith("/schema/generate"_L1))
        return u"generate"_s;
    if (path.contains("/schema/"_L1))
        return u"validate"_s;
    if (path.endsWith("/cancel"_L1))
        return u"cancel"_s;
    if (path.endsWith("/extract"_L1))
        return isPost ? u"create"_s : u"list"_s;
    return request.verb == "DELETE" ? u"delete"_s : u"get"_s;
}

/// The one file part of a multipart body; empty when there is none.
QByteArray filePart(const QByteArray &body, QString &name)
{
    const auto head = body.indexOf("name=\"file\"; filename=\"");
    if (head < 0)
        return {};
    const auto nameStart = head + qstrlen("name=\"file\"; filename=\"");
    name = QString::fromUtf8(body.mid(nameStart, body.indexOf('"', nameStart) - nameStart));
    const auto start = body.indexOf("\r\n\r\n", head) + 4;
    const auto boundary = body.left(body.indexOf("\r\n"));
    return body.mid(start, body.indexOf("\r\n" + boundary, start) - start);
}

QByteArray httpDate(const QDateTime &moment)
{
    return QLocale::c().toString(moment.toUTC(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
}

QString idIn(const QString &path)
{
    return path.section(u"/extract/"_s, 1).section(u'/', 0, 0);
}

} // namespace

FakeAnswer FakeServer::answer(const FakeRequest &request)
{
    const auto word = wordOf(request);
    const auto wrong = fault ? fault(word, request) : std::nullopt;
    if (wrong && wrong->kind == Fault::Kind::Instead) {
        log << u"%1 %2"_s.arg(word, wrong->answer.error == QNetworkReply::NoError && !wrong->answer.hangs
                                        ? QString::number(wrong->answer.status)
                                        : u"unreachable"_s);
        return wrong->answer;
    }
    auto own = request.header("authorization") == "Bearer " + key ? handle(word, request)
                                                                  : FakeAnswer::refusal(401, u"Invalid API key"_s);
    own.headers << qMakePair(QByteArray("Date"), httpDate(serverTime()));
    const auto isOwn = !wrong || wrong->kind == Fault::Kind::Late;
    log << u"%1 %2"_s.arg(word, isOwn ? QString::number(own.status) : u"lost"_s);
    const auto before = std::exchange(m_before[word], own);
    if (wrong && wrong->kind == Fault::Kind::Duplicate)
        return before;
    if (!isOwn)
        return wrong->answer;
    if (wrong) {
        own.delay = wrong->answer.delay;
        own.pieces = wrong->answer.pieces;
    }
    return own;
}

FakeAnswer FakeServer::handle(const QString &word, const FakeRequest &request)
{
    if (word == "upload"_L1)
        return upload(request);
    if (word == "create"_L1)
        return create(request);
    if (word == "list"_L1)
        return list(request);
    if (word == "get"_L1)
        return get(request);
    if (word == "cancel"_L1)
        return cancel(request);
    if (word == "delete"_L1)
        return remove(request);
    if (word == "remove"_L1)
        return removeFile(request);
    if (word == "validate"_L1)
        return validate(request);
    if (word == "generate"_L1)
        return generate(request);
    if (word == "configurations"_L1)
        return m_configurations.answer(request);
    return FakeAnswer::json(
        Json::array({{{"id", "prj-1"}, {"name", "Default"}, {"organization_id", "org-1"}, {"is_default", true}}}));
}

FakeAnswer FakeServer::upload(const FakeRequest &request)
{
    QString name;
    if (filePart(request.body, name).isEmpty())
        return FakeAnswer::refusal(400, u"the uploaded file is empty"_s);
    auto file = Json::object();
    file["id"] = "dfl-" + std::to_string(++m_filesMade);
    file["name"] = toStd(name);
    file["project_id"] = "prj-1";
    const QByteArray external("name=\"external_file_id\"\r\n\r\n");
    if (const auto at = request.body.indexOf(external); at >= 0)
        file["external_file_id"] =
            request.body
                .mid(at + external.size(), request.body.indexOf('\r', at + external.size()) - at - external.size())
                .toStdString();
    m_files.push_back(file);
    return FakeAnswer::json(file, 201);
}

FakeAnswer FakeServer::create(const FakeRequest &request)
{
    const auto body = parseJson(request.body);
    if (!body || !member(*body, "configuration").is_object())
        return FakeAnswer::refusal(422, u"body.configuration: Field required"_s);
    const auto knowsFile =
        std::ranges::any_of(m_files, [&](const Json &file) { return file["id"] == member(*body, "file_input"); });
    if (!knowsFile)
        return FakeAnswer::refusal(400, u"inputs_invalid: no such file"_s);
    auto job = Json::object();
    job["id"] = "ext-" + std::to_string(m_jobs.size() + 1);
    job["project_id"] = "prj-1";
    job["file_input"] = member(*body, "file_input");
    job["status"] = "PENDING";
    job["created_at"] = toStd(api::timestamp(serverTime()));
    job["updated_at"] = job["created_at"];
    job["configuration"] = member(*body, "configuration");
    job["error_message"] = nullptr;
    job["extract_result"] = nullptr;
    m_jobs.push_back({job, 0});
    return FakeAnswer::json(shown(m_jobs.back(), {}));
}

FakeAnswer FakeServer::list(const FakeRequest &request)
{
    const auto ids = request.query(u"job_ids"_s);
    const auto input = request.query(u"file_input"_s);
    const auto since = api::readTimestamp(request.query(u"created_at_on_or_after"_s).value(0));
    auto items = Json::array();
    for (auto &job : m_jobs | std::views::reverse) {
        const auto created = api::readTimestamp(toQString(job.json["created_at"]));
        if ((!ids.isEmpty() && !ids.contains(toQString(job.json["id"]))) ||
            (!input.isEmpty() && input.first() != toQString(job.json["file_input"])) ||
            (since.isValid() && created < since))
            continue;
        proceed(job);
        items.push_back(shown(job, request.query(u"expand"_s)));
    }
    return FakeAnswer::json({{"items", items}, {"next_page_token", nullptr}});
}

FakeAnswer FakeServer::get(const FakeRequest &request)
{
    auto *job = find(idIn(request.path()));
    if (!job)
        return FakeAnswer::refusal(404, u"job not found"_s);
    proceed(*job);
    return FakeAnswer::json(shown(*job, request.query(u"expand"_s)));
}

FakeAnswer FakeServer::cancel(const FakeRequest &request)
{
    auto *job = find(idIn(request.path()));
    if (!job)
        return FakeAnswer::refusal(404, u"job not found"_s);
    if (domain::isOver(api::statusFromWord(toQString(job->json["status"]))))
        return FakeAnswer::refusal(409, u"the job is over"_s);
    job->json["status"] = "CANCELLED";
    return FakeAnswer::json(shown(*job, {}));
}

FakeAnswer FakeServer::remove(const FakeRequest &request)
{
    if (!find(idIn(request.path())))
        return FakeAnswer::refusal(404, u"job not found"_s);
    std::erase_if(m_jobs, [&](const StoredJob &job) { return toQString(job.json["id"]) == idIn(request.path()); });
    return FakeAnswer::json(Json::object());
}

FakeAnswer FakeServer::removeFile(const FakeRequest &request)
{
    const auto id = request.path().section(u'/', -1);
    const auto removed = std::erase_if(m_files, [&](const Json &file) { return toQString(file["id"]) == id; });
    return removed == 0 ? FakeAnswer::refusal(404, u"file not found"_s) : FakeAnswer{.status = 204};
}

QString FakeServer::nameOfFile(const QString &id) const
{
    const auto found = std::ranges::find_if(m_files, [&](const Json &file) { return toQString(file["id"]) == id; });
    return found == m_files.end() ? QString() : toQString((*found)["name"]);
}

FakeAnswer FakeServer::validate(const FakeRequest &request)
{
    const auto body = parseJson(request.body);
    const auto schema = body ? member(*body, "data_schema") : Json();
    if (member(schema, "type") != "object")
        return FakeAnswer::refusal(400, u"schema_validation: the root is no object"_s);
    return FakeAnswer::json({{"data_schema", schema}});
}

/// Proposes one text field for each word of the prompt, after those of the schema that was sent.
FakeAnswer FakeServer::generate(const FakeRequest &request)
{
    const auto body = parseJson(request.body);
    const auto wish = body ? *body : Json();
    const auto fileId = stringMember(wish, "file_id");
    const auto prompt = stringMember(wish, "prompt");
    auto schema = member(wish, "data_schema");
    if (!fileId && !prompt && schema.is_null())
        return FakeAnswer::refusal(422, u"body: provide a prompt, a file or a schema"_s);
    if (fileId && std::ranges::none_of(m_files, [&](const Json &file) { return toQString(file["id"]) == *fileId; }))
        return FakeAnswer::refusal(400, u"inputs_invalid: no such file"_s);
    if (schema.is_null())
        schema = {{"type", "object"}, {"properties", Json::object()}};
    for (const auto &word : prompt.value_or(fileId ? u"title"_s : QString()).split(u' ', Qt::SkipEmptyParts))
        schema["properties"][toStd(word.toLower())] = {{"type", "string"}, {"description", toStd(word)}};
    return FakeAnswer::json({{"name", toStd(stringMember(wish, "name").value_or(u"Generated schema"_s))},
                             {"parameters", {{"product_type", "extract_v2"}, {"data_schema", schema}}}});
}

FakeServer::StoredJob *FakeServer::find(const QString &id)
{
    const auto found =
        std::ranges::find_if(m_jobs, [&](const StoredJob &job) { return toQString(job.json["id"]) == id; });
    return found == m_jobs.end() ? nullptr : &*found;
}

void FakeServer::proceed(StoredJob &job)
{
    if (domain::isOver(api::statusFromWord(toQString(job.json["status"]))))
        return;
    const auto isOver = ++job.reads > readsUntilOver;
    job.json["status"] = isOver ? toStd(end) : "RUNNING";
    if (isOver && end == "COMPLETED"_L1)
        job.json["extract_result"] = {{"total", 12.5}};
    if (isOver && end == "FAILED"_L1)
        job.json["error_message"] = toStd(errorMessage);
}

Json FakeServer::shown(const StoredJob &job, const QStringList &expand) const
{
    auto json = job.json;
    if (!expand.contains("configuration"_L1))
        json["configuration"] = nullptr;
    json["extract_metadata"] = nullptr;
    if (expand.contains("extract_metadata"_L1) && !json["extract_result"].is_null())
        json["extract_metadata"] = {{"field_metadata", {{"document_metadata", {{"total", {{"confidence", 0.9}}}}}}}};
    json["metadata"] = nullptr;
    if (expand.contains("metadata"_L1))
        json["metadata"] = {{"usage", {{"num_pages_extracted", 1}}}};
    return json;
}

} // namespace xs::test
