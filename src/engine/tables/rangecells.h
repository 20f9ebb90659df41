// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tables/rows.h"

namespace xs::engine {

/// Fields for the lower and the upper end of a range take them from the one range that stands in a row: "3.9 – 10.2",
/// "< 1.20", "> 60".
void readRanges(std::vector<Row> &rows, const std::vector<FieldSpec> &fields, const Workspace &workspace);

} // namespace xs::engine
