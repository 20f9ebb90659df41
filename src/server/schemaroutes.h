// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/router.h"

namespace xs::server {

/// `/api/v2/extract/schema/validation`, also under the name that the reference page's text uses. Has no state.
void addSchemaRoutes(Router &router);

} // namespace xs::server
