// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/schemaroutes.h"

#include "api/paths.h"
#include "server/extractrequest.h"
#include "server/problems.h"

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

/// The schema as the service will use it: as it came, without `$schema`.
Response validate(const Request &request)
{
    const auto body = readJsonBody(request);
    if (body.refusal)
        return *body.refusal;
    auto schema = member(body.json, "data_schema");
    if (schema.is_null()) {
        Problems problems;
        problems.addMissing({u"body"_s, u"data_schema"_s});
        return problems.response();
    }
    if (const auto refusal = refuseSchema(schema))
        return *refusal;
    schema.erase("$schema");
    Json json;
    json["data_schema"] = std::move(schema);
    return jsonResponse(json);
}

} // namespace

void addSchemaRoutes(Router &router)
{
    router.add("POST", api::path::schemaValidation.toString(), validate);
    router.add("POST", api::path::schemaValidate.toString(), validate);
}

} // namespace xs::server
