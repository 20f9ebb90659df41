// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/router.h"
#include "server/tenancy.h"

namespace xs::server {

/// Projects and organizations in both versions of the API: there is one of each. Read-only.
class ProjectRoutes
{
public:
    explicit ProjectRoutes(const Tenancy &tenancy) : m_tenancy(tenancy) {}
    void addTo(Router &router);

private:
    Json project() const;
    Json organization() const;

    const Tenancy &m_tenancy;
};

} // namespace xs::server
