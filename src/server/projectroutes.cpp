// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/projectroutes.h"

#include "api/jobjson.h"
#include "api/paths.h"
#include "server/queryreader.h"

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

/// A bare array with the one thing, unless the query asks for another name.
Json listOf(const Json &thing, const Request &request, const QString &nameKey)
{
    const auto name = QueryReader(request).text(nameKey);
    return !name || *name == toQString(thing["name"]) ? Json::array({thing}) : Json::array();
}

Response page(const Json &items)
{
    Json json;
    json["items"] = items;
    json["next_page_token"] = nullptr;
    json["total_size"] = items.size();
    return jsonResponse(json);
}

Response one(const Json &thing, const QString &id, const QString &what)
{
    const auto own = toQString(thing["id"]);
    return own == id || own == u"prj-"_s + id ? jsonResponse(thing)
                                              : errorResponse(404, u"%1 not found: %2"_s.arg(what, id));
}

} // namespace

Json ProjectRoutes::project() const
{
    Json json;
    json["id"] = toStd(m_tenancy.projectId);
    json["name"] = "Default";
    json["organization_id"] = toStd(m_tenancy.organizationId);
    json["is_default"] = true;
    json["created_at"] = json["updated_at"] = toStd(api::timestamp(m_tenancy.createdAt));
    return json;
}

Json ProjectRoutes::organization() const
{
    Json json;
    json["id"] = toStd(m_tenancy.organizationId);
    json["name"] = "This computer";
    json["created_at"] = json["updated_at"] = toStd(api::timestamp(m_tenancy.createdAt));
    return json;
}

void ProjectRoutes::addTo(Router &router)
{
    using namespace api::path;
    const auto id = u"/{id}"_s;
    router.add("GET", projects.toString(),
               [this](const Request &request) { return jsonResponse(listOf(project(), request, u"project_name"_s)); });
    router.add("GET", projectsV2.toString(),
               [this](const Request &request) { return page(listOf(project(), request, u"name"_s)); });
    router.add("GET", organizations.toString(),
               [this](const Request &request) { return jsonResponse(listOf(organization(), request, u"name"_s)); });
    router.add("GET", organizationsV2.toString(),
               [this](const Request &request) { return page(listOf(organization(), request, u"name"_s)); });
    for (const auto path : {projects, projectsV2})
        router.add("GET", path.toString() + id,
                   [this](const Request &request) { return one(project(), request.pathValues.at(0), u"project"_s); });
    for (const auto path : {organizations, organizationsV2})
        router.add("GET", path.toString() + id, [this](const Request &request) {
            return one(organization(), request.pathValues.at(0), u"organization"_s);
        });
}

} // namespace xs::server
