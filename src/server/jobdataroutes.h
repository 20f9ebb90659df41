// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "server/jobstore.h"
#include "server/router.h"
#include "server/tenancy.h"

namespace xs::server {

/// `/api/v1/job-data-points`: when recent jobs came into which state. Lives as long as the router that it filled.
class JobDataRoutes
{
public:
    JobDataRoutes(const JobStore &jobs, const Clock &clock, const Tenancy &tenancy)
        : m_jobs(jobs), m_clock(clock), m_tenancy(tenancy)
    {
    }
    void addTo(Router &router);

private:
    Response list(const Request &request) const;
    Json toJson(const StoredJob &job) const;

    const JobStore &m_jobs;
    const Clock &m_clock;
    const Tenancy &m_tenancy;
};

} // namespace xs::server
