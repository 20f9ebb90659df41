// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "server/storethread.h"

#include <QDateTime>

#include <optional>

namespace xs::server {

struct Request;
struct Response;

/// Whether requests may name a project or organization that is not this service's: programs written for the cloud
/// bring their own ids with them.
enum class OtherProjects { Refused, Ignored };

/// The one project and the one organization of this service; made at the first start, then always the same.
struct Tenancy
{
    QString projectId;
    QString organizationId;
    QDateTime createdAt;
    OtherProjects others = OtherProjects::Refused;

    /// 403 when the query names another project or organization, unless those are ignored; empty names count as absent.
    /// Ids are taken with or without "prj-".
    std::optional<Response> refuseOthers(const Request &request) const;
    /// The same for a project that is named elsewhere.
    std::optional<Response> refuseOtherProject(const std::optional<QString> &project) const;

    static Expected<Tenancy> load(StoreThread &store, const Clock &clock);
};

} // namespace xs::server
