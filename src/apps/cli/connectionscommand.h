// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/cli/commandline.h"
#include "client/connections.h"

namespace xs::cli {

/// What `connections list` prints: the window's connections as a table, as JSON, or their names alone.
QString connectionList(const CommandLine &line, const client::Connections &connections);

} // namespace xs::cli
