// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/generateroute.h"

#include "api/errorjson.h"
#include "api/paths.h"
#include "server/answers.h"
#include "server/extractrequest.h"
#include "server/problems.h"
#include "server/serverids.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

constexpr qsizetype longestName = 255;

/// A text that may be absent; null and empty count as absent.
QString readText(const Json &body, const char *key, Problems &problems, qsizetype longest = 0)
{
    const auto &value = member(body, key);
    const QStringList location{u"body"_s, QString::fromLatin1(key)};
    if (!value.is_null() && !value.is_string())
        problems.add(location, u"Input should be a valid string"_s, u"string_type"_s);
    else if (const auto text = toQString(value); longest > 0 && text.size() > longest)
        problems.add(location, u"String should have at most %1 characters"_s.arg(longest), u"string_too_long"_s);
    return toQString(value);
}

Response invalid(const QString &message)
{
    Problems problems;
    problems.add({u"body"_s}, u"Value error, %1"_s.arg(message));
    return problems.response();
}

Response refusalOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::RateLimited:
    case ErrorCode::ServiceStopped:
        return storeErrorResponse(error, {});
    case ErrorCode::SchemaNotObject:
        return errorResponse(400, u"schema_validation: the root of the schema must be an object"_s);
    case ErrorCode::InvalidArgument:
        return invalid(error.detail);
    default:
        return errorResponse(422, u"engine_error: %1"_s.arg(api::failureMessage(error)));
    }
}

} // namespace

void GenerateRoute::addTo(Router &router)
{
    router.add("POST", api::path::schemaGenerate.toString(),
               [this](const Request &request) { return generate(request); });
}

Response GenerateRoute::generate(const Request &request)
{
    const auto body = readJsonBody(request);
    if (body.refusal)
        return *body.refusal;
    Problems problems;
    auto name = readText(body.json, "name", problems, longestName);
    const auto prompt = readText(body.json, "prompt", problems).trimmed();
    const auto id = fileId(readText(body.json, "file_id", problems));
    const auto &schema = member(body.json, "data_schema");
    if (!schema.is_null() && !schema.is_object())
        problems.add({u"body"_s, u"data_schema"_s}, u"Input should be a valid object"_s, u"dict_type"_s);
    if (problems.any())
        return problems.response();
    if (prompt.isEmpty() && id.isEmpty() && schema.is_null())
        return invalid(u"provide at least one of prompt, file_id and data_schema"_s);

    Json task{{"task", "propose"}, {"prompt", toStd(prompt)}, {"data_schema", schema}};
    if (!id.isEmpty()) {
        const auto file = m_files.find(id);
        if (!file && file.error().code == ErrorCode::NotFound)
            return errorResponse(400, u"inputs_invalid: there is no file %1"_s.arg(id));
        if (!file)
            return storeErrorResponse(file.error(), u"file"_s);
        task["path"] = toStd(m_files.pathOf(file->id));
        task["name"] = toStd(file->name);
        if (name.isEmpty())
            name = QFileInfo(file->name).completeBaseName().left(longestName);
    }
    const auto proposed = m_tasks.run(task);
    if (!proposed)
        return refusalOf(proposed.error());
    if (const auto refusal = refuseSchema(*proposed))
        return *refusal;
    Json json;
    json["name"] = name.isEmpty() ? "Generated schema" : toStd(name);
    json["parameters"] = {{"product_type", "extract_v2"}, {"data_schema", *proposed}};
    return jsonResponse(json);
}

} // namespace xs::server
