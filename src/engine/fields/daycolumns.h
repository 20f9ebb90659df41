// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/text/dates.h"
#include "engine/text/text.h"

namespace xs::engine {

/// Days without a year are dates where they stand below each other, as in statements, and the document tells a year:
/// the nearest to one of the dates in it. `strings` and `known` are of the text's segments, `strings` empty where no
/// digit is; the dates come back by segment, empty where there is none.
std::vector<std::vector<FoundDate>> daysInColumns(const Text &text, const std::vector<const QString *> &strings,
                                                  const std::vector<std::vector<FoundDate>> &known);

} // namespace xs::engine
