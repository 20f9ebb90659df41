// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tables/tablehead.h"

namespace xs::engine {

/// Sets left and right of the columns where the fewest words of the lines are cut; words left of all columns get
/// a column of their own without a head. Where every row is a result, words beside a figure tell where borders go, too.
void placeColumns(TableHead &head, const Text &text, const Span &body, bool rowsAreResults);

} // namespace xs::engine
