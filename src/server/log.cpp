// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/log.h"

namespace xs::server {

Q_LOGGING_CATEGORY(lcServer, "xs.server", QtInfoMsg)

} // namespace xs::server
