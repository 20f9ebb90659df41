// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tables/bodylines.h"

namespace xs::engine {

/// Cells of one row that are set in the middle of its height stand on lines that overlap: such lines become one, with
/// what each field has in any of them, texts joined from top to bottom. Counts the body's most values anew.
void joinBands(TableBody &body, std::vector<BodyLine> &lines);

} // namespace xs::engine
