// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/text/dates.h"
#include "engine/text/yearless.h"

#include <utility>
#include <vector>

namespace xs::engine {

/// A text that begins with days without a year, and where it stands.
struct DayLine
{
    std::size_t segment = 0;
    /// In points.
    double left = 0;
    std::vector<YearlessDay> days;
};

/// Fewer are no column.
inline constexpr std::size_t fewestDaysInColumn = 3;

/// Days without a year are dates where they stand below each other, as in statements, and the document tells a year:
/// the nearest to one of the dates in it. The dates come back with their segments.
std::vector<std::pair<std::size_t, std::vector<FoundDate>>> daysInColumns(std::vector<DayLine> lines,
                                                                          const std::vector<QDate> &known);

} // namespace xs::engine
