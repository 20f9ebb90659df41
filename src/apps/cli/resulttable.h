// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

namespace xs::cli {

/// A job's values with their confidence and citations, one a line, as a table for a terminal.
QString resultTable(const Json &job);

} // namespace xs::cli
