// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/configurationroutes.h"

#include "api/jobjson.h"
#include "api/paths.h"
#include "server/answers.h"
#include "server/extractrequest.h"
#include "server/parserequest.h"
#include "server/queryreader.h"

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

constexpr qsizetype longestName = 255;

const QStringList &productTypes()
{
    static const QStringList words{u"extract_v2"_s, u"parse_v2"_s,       u"classify_v2"_s,
                                   u"split_v1"_s,   u"spreadsheet_v1"_s, u"unknown"_s};
    return words;
}

Json toJson(const StoredConfiguration &configuration)
{
    Json json;
    json["id"] = toStd(configuration.id);
    json["name"] = toStd(configuration.name);
    json["product_type"] = toStd(configuration.productType);
    json["version"] = toStd(api::timestamp(configuration.updatedAt));
    json["parameters"] = configuration.parameters;
    json["created_at"] = toStd(api::timestamp(configuration.createdAt));
    json["updated_at"] = toStd(api::timestamp(configuration.updatedAt));
    return json;
}

void checkName(const Json &name, Problems &problems)
{
    const auto length = toQString(name).size();
    if (!name.is_string() || length < 1 || length > longestName)
        problems.add({u"body"_s, u"name"_s}, u"String should have 1 to %1 characters"_s.arg(longestName),
                     u"string_length"_s);
}

/// Parameters are kept as they were sent; those of an extraction or a parse job must be such that they can run.
std::optional<Response> checkParameters(const Json &parameters, Problems &problems)
{
    const QStringList location{u"body"_s, u"parameters"_s};
    const auto type = stringMember(parameters, "product_type").value_or(QString());
    if (!parameters.is_object())
        problems.add(location, u"Input should be a valid object"_s, u"model_attributes_type"_s);
    else if (!productTypes().contains(type))
        problems.add(location + QStringList(u"product_type"_s),
                     u"Input should be one of: %1"_s.arg(productTypes().join(", "_L1)), u"union_tag_invalid"_s);
    else if (type == "extract_v2"_L1)
        if (const auto configuration = readConfiguration(parameters, location, problems);
            configuration && !problems.any())
            return refuseSchema(configuration->dataSchema);
    if (type == "parse_v2"_L1)
        checkParseSettings(parameters, location, problems);
    return {};
}

} // namespace

void ConfigurationRoutes::addTo(Router &router)
{
    const auto all = api::path::configurations.toString();
    const auto one = all + u"/{config_id}"_s;
    router.add("POST", all, [this](const Request &request) { return save(request); });
    router.add("GET", all, [this](const Request &request) { return list(request); });
    router.add("GET", one, [this](const Request &request) { return get(request); });
    router.add("PUT", one, [this](const Request &request) { return update(request); });
    router.add("DELETE", one, [this](const Request &request) { return remove(request); });
}

Response ConfigurationRoutes::save(const Request &request)
{
    const auto body = readJsonBody(request);
    if (body.refusal)
        return *body.refusal;
    Problems problems;
    const auto &name = member(body.json, "name");
    const auto &parameters = member(body.json, "parameters");
    name.is_null() ? problems.addMissing({u"body"_s, u"name"_s}) : checkName(name, problems);
    if (parameters.is_null())
        problems.addMissing({u"body"_s, u"parameters"_s});
    else if (const auto refusal = checkParameters(parameters, problems))
        return *refusal;
    if (problems.any())
        return problems.response();
    const auto saved = m_configurations.save(toQString(name), toQString(parameters["product_type"]), parameters);
    return saved ? jsonResponse(toJson(*saved), 201) : storeErrorResponse(saved.error(), u"configuration"_s);
}

Response ConfigurationRoutes::list(const Request &request) const
{
    QueryReader query(request);
    ConfigurationQuery wanted;
    wanted.productTypes = query.texts(u"product_type"_s);
    wanted.name = query.text(u"name"_s);
    wanted.pageSize = query.pageSize();
    // A name has one version here, so latest_only changes nothing.
    (void)query.flag(u"latest_only"_s);
    wanted.after = query.pageToken();
    for (const auto &type : wanted.productTypes)
        if (!productTypes().contains(type))
            query.refuse(u"product_type"_s, u"Input should be one of: %1"_s.arg(productTypes().join(", "_L1)),
                         u"enum"_s);
    if (query.problems().any())
        return query.problems().response();
    const auto page = m_configurations.list(wanted);
    return page ? jsonResponse(pageJson(*page, toJson)) : storeErrorResponse(page.error(), u"configuration"_s);
}

Response ConfigurationRoutes::get(const Request &request) const
{
    const auto found = m_configurations.find(request.pathValues.at(0));
    return found ? jsonResponse(toJson(*found)) : storeErrorResponse(found.error(), u"configuration"_s);
}

/// What is absent or null stays.
Response ConfigurationRoutes::update(const Request &request)
{
    const auto body = readJsonBody(request);
    if (body.refusal)
        return *body.refusal;
    auto configuration = m_configurations.find(request.pathValues.at(0));
    if (!configuration)
        return storeErrorResponse(configuration.error(), u"configuration"_s);
    Problems problems;
    if (const auto &name = member(body.json, "name"); !name.is_null()) {
        checkName(name, problems);
        configuration->name = toQString(name);
    }
    if (const auto &parameters = member(body.json, "parameters"); !parameters.is_null()) {
        if (const auto refusal = checkParameters(parameters, problems))
            return *refusal;
        configuration->productType = stringMember(parameters, "product_type").value_or(QString());
        configuration->parameters = parameters;
    }
    if (problems.any())
        return problems.response();
    const auto updated = m_configurations.update(*configuration);
    return updated ? jsonResponse(toJson(*updated)) : storeErrorResponse(updated.error(), u"configuration"_s);
}

Response ConfigurationRoutes::remove(const Request &request)
{
    const auto removed = m_configurations.remove(request.pathValues.at(0));
    return removed ? emptyResponse() : storeErrorResponse(removed.error(), u"configuration"_s);
}

} // namespace xs::server
