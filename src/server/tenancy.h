// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "server/storethread.h"

#include <QDateTime>

namespace xs::server {

/// The one project and the one organization of this service; made at the first start, then always the same.
struct Tenancy
{
    QString projectId;
    QString organizationId;
    QDateTime createdAt;

    static Expected<Tenancy> load(StoreThread &store, const Clock &clock);
};

} // namespace xs::server
