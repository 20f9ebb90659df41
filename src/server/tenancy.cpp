// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tenancy.h"

#include "server/queryreader.h"
#include "server/serverids.h"

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

/// The stored value of a setting; `fresh` is stored when there is none yet.
Expected<QString> setting(store::Database &database, const QString &name, const QString &fresh)
{
    if (const auto done = database.run(u"INSERT OR IGNORE INTO settings (name, value) VALUES (?, ?)"_s, {name, fresh});
        !done)
        return Unexpected(done.error());
    auto row = database.run(u"SELECT value FROM settings WHERE name = ?"_s, {name});
    if (!row)
        return Unexpected(row.error());
    row->next();
    return row->value(0).toString();
}

} // namespace

std::optional<Response> Tenancy::refuseOthers(const Request &request) const
{
    const QueryReader query(request);
    if (const auto refusal = refuseOtherProject(query.text(u"project_id"_s)))
        return refusal;
    const auto organization = query.text(u"organization_id"_s);
    if (others == OtherProjects::Ignored || !organization || *organization == organizationId)
        return {};
    return errorResponse(403, u"no access to the organization %1: this service has one organization, %2"_s.arg(
                                  *organization, organizationId));
}

std::optional<Response> Tenancy::refuseOtherProject(const std::optional<QString> &project) const
{
    if (others == OtherProjects::Ignored || !project || project->isEmpty() || *project == projectId ||
        u"prj-"_s + *project == projectId)
        return {};
    return errorResponse(403,
                         u"no access to the project %1: this service has one project, %2"_s.arg(*project, projectId));
}

Expected<Tenancy> Tenancy::load(StoreThread &store, const Clock &clock)
{
    return store.call([&](store::Database &database) -> Expected<Tenancy> {
        const auto project = setting(database, u"project"_s, newId(u"prj-"));
        const auto organization = setting(database, u"organization"_s, newId(u""));
        const auto created = setting(database, u"created_at"_s, QString::number(toMicroseconds(clock.now())));
        for (const auto *value : {&project, &organization, &created})
            if (!*value)
                return Unexpected(value->error());
        return Tenancy{*project, *organization, fromMicroseconds(created->toLongLong())};
    });
}

} // namespace xs::server
