// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/configurationstore.h"
#include "server/router.h"

namespace xs::server {

/// `/api/v1/beta/configurations`. Lives as long as the router that it filled.
class ConfigurationRoutes
{
public:
    explicit ConfigurationRoutes(ConfigurationStore &configurations) : m_configurations(configurations) {}
    void addTo(Router &router);

private:
    Response save(const Request &request);
    Response list(const Request &request) const;
    Response get(const Request &request) const;
    Response update(const Request &request);
    Response remove(const Request &request);

    ConfigurationStore &m_configurations;
};

} // namespace xs::server
