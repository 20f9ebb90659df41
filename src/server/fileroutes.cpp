// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/fileroutes.h"

#include "api/jobjson.h"
#include "api/paths.h"
#include "server/answers.h"
#include "server/queryreader.h"
#include "server/serverids.h"
#include "server/upload.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

const QStringList &purposes()
{
    static const QStringList words{u"user_data"_s, u"parse"_s, u"extract"_s,  u"split"_s,
                                   u"classify"_s,  u"sheet"_s, u"agent_app"_s};
    return words;
}

FileQuery::Order order(const std::optional<QString> &word)
{
    if (word == u"name"_s)
        return FileQuery::Order::Name;
    return word == u"id"_s ? FileQuery::Order::Id : FileQuery::Order::Created;
}

/// A filter that cannot be read must not list everything.
void checkFilter(const Json &filter, Problems &problems)
{
    const QStringList place{u"body"_s, u"filter"_s};
    if (!filter.is_null() && !filter.is_object())
        problems.add(place, u"Input should be a valid object"_s, u"model_attributes_type"_s);
    for (const auto *name : {"data_source_id", "external_file_id", "file_name"})
        if (const auto &value = member(filter, name); !value.is_null() && !value.is_string())
            problems.add(place + QStringList(QString::fromLatin1(name)), u"Input should be a valid string"_s,
                         u"string_type"_s);
    const auto &ids = member(filter, "file_ids");
    const auto isText = [](const Json &id) { return id.is_string(); };
    if (!ids.is_null() && !(ids.is_array() && std::ranges::all_of(ids, isText)))
        problems.add(place + QStringList(u"file_ids"_s), u"Input should be a list of strings"_s, u"list_type"_s);
}

} // namespace

FileRoutes::FileRoutes(FileStore &files, const Presigner &presigner, const Tenancy &tenancy)
    : m_files(files), m_presigner(presigner), m_tenancy(tenancy)
{
}

void FileRoutes::addTo(Router &router)
{
    const auto all = api::path::files.toString();
    const auto one = all + u"/{file_id}"_s;
    router.add("POST", all, [this](const Request &request) { return upload(request); });
    router.add("GET", all, [this](const Request &request) { return list(request); });
    router.add("POST", all + u"/query"_s, [this](const Request &request) { return query(request); });
    router.add("GET", one, [this](const Request &request) { return get(request); });
    router.add("DELETE", one, [this](const Request &request) { return remove(request); });
    router.add("GET", one + u"/content"_s, [this](const Request &request) { return contentUrl(request); });
    router.add(
        "GET", Presigner::pattern(), [this](const Request &request) { return content(request); }, Access::Open);
}

Json FileRoutes::toJson(const StoredFile &file, const QStringList &expand) const
{
    Json json;
    json["id"] = toStd(file.id);
    json["name"] = toStd(file.name);
    json["project_id"] = toStd(m_tenancy.projectId);
    json["external_file_id"] = orNull(file.externalId);
    json["file_type"] = file.type.isEmpty() ? Json() : Json(toStd(file.type));
    json["last_modified_at"] = toStd(api::timestamp(file.createdAt));
    json["expires_at"] = nullptr;
    json["purpose"] = toStd(file.purpose);
    json["download_url"] =
        expand.contains("download_url"_L1) ? m_presigner.urlOf(file.id, Presigner::defaultLifetime) : Json();
    return json;
}

Response FileRoutes::upload(const Request &request)
{
    auto form = readUploadForm(request, m_files);
    if (form.refusal)
        return *form.refusal;
    Problems problems;
    if (!form.upload)
        return errorResponse(400, u"the field \"file\" is missing in the multipart body"_s);
    const auto purpose = form.fields.value(u"purpose"_s);
    if (!form.fields.contains(u"purpose"_s))
        problems.addMissing({u"body"_s, u"purpose"_s});
    else if (!purposes().contains(purpose))
        problems.add({u"body"_s, u"purpose"_s}, u"Input should be one of: %1"_s.arg(purposes().join(", "_L1)),
                     u"enum"_s);
    if (problems.any()) {
        discard(form);
        return problems.response();
    }
    const auto stored = m_files.add(uploadedFile(form, purpose), *form.upload, request.header("idempotency-key"));
    return stored ? jsonResponse(toJson(*stored, {}), 201) : storeErrorResponse(stored.error(), u"file"_s);
}

Response FileRoutes::page(const FileQuery &query, const QStringList &expand) const
{
    const auto found = m_files.list(query);
    if (!found)
        return storeErrorResponse(found.error(), u"file"_s);
    return jsonResponse(pageJson(*found, [&](const StoredFile &file) { return toJson(file, expand); }));
}

Response FileRoutes::list(const Request &request) const
{
    QueryReader query(request);
    FileQuery wanted;
    for (const auto &id : query.texts(u"file_ids"_s))
        wanted.ids << fileId(id);
    wanted.name = query.text(u"file_name"_s);
    wanted.externalId = query.text(u"external_file_id"_s);
    wanted.order = order(query.word(u"order_by"_s, {u"name"_s, u"id"_s, u"created_at"_s}));
    wanted.pageSize = query.pageSize();
    wanted.after = query.pageToken();
    return query.problems().any() ? query.problems().response() : page(wanted, query.expand());
}

/// The older way to list; its filter is the same list's, in a body.
Response FileRoutes::query(const Request &request) const
{
    const auto body = readJsonBody(request);
    if (body.refusal)
        return *body.refusal;
    const auto &filter = member(body.json, "filter");
    Problems problems;
    checkFilter(filter, problems);
    if (problems.any())
        return problems.response();
    if (const auto refusal = m_tenancy.refuseOtherProject(stringMember(filter, "project_id")))
        return *refusal;
    // All files were uploaded; none comes from a data source.
    if (!member(filter, "data_source_id").is_null())
        return jsonResponse(pageJson(ListPage<StoredFile>(), [](const StoredFile &) { return Json(); }));
    FileQuery wanted;
    for (const auto &id : member(filter, "file_ids"))
        wanted.ids << fileId(toQString(id));
    wanted.name = stringMember(filter, "file_name");
    wanted.externalId = stringMember(filter, "external_file_id");
    wanted.order = order(stringMember(body.json, "order_by"));
    wanted.pageSize = static_cast<int>(
        qBound(qint64(1), integerMember(body.json, "page_size").value_or(wanted.pageSize), qint64(1000)));
    if (const auto token = stringMember(body.json, "page_token"); token && !token->isEmpty())
        if (wanted.after = PageToken::parse(*token); !wanted.after)
            return errorResponse(400, u"this is no page token of this list"_s);
    return page(wanted, {});
}

Response FileRoutes::get(const Request &request) const
{
    const auto file = m_files.find(fileId(request.pathValues.at(0)));
    return file ? jsonResponse(toJson(*file, QueryReader(request).expand()))
                : storeErrorResponse(file.error(), u"file"_s);
}

Response FileRoutes::remove(const Request &request)
{
    const auto removed = m_files.remove(fileId(request.pathValues.at(0)));
    return removed ? emptyResponse() : storeErrorResponse(removed.error(), u"file"_s);
}

Response FileRoutes::contentUrl(const Request &request) const
{
    QueryReader query(request);
    const auto lifetime = query.integer(u"expires_at_seconds"_s, 1, Presigner::longestLifetime);
    if (query.problems().any())
        return query.problems().response();
    const auto file = m_files.find(fileId(request.pathValues.at(0)));
    if (!file)
        return storeErrorResponse(file.error(), u"file"_s);
    return jsonResponse(m_presigner.urlOf(file->id, lifetime.value_or(Presigner::defaultLifetime)));
}

Response FileRoutes::content(const Request &request) const
{
    const auto id = fileId(request.pathValues.at(0));
    if (!m_presigner.allows(request, id))
        return errorResponse(403, u"this link is not valid any more"_s);
    const auto file = m_files.find(id);
    if (!file)
        return storeErrorResponse(file.error(), u"file"_s);
    Response response;
    response.filePath = m_files.pathOf(file->id);
    response.fileName = file->name;
    return response;
}

} // namespace xs::server
