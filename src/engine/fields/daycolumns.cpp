// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fields/daycolumns.h"

#include <algorithm>

namespace xs::engine {

namespace {

/// Left edges of one column differ by so many points at most.
constexpr double edgeTolerance = 3;

/// Those with enough others below or above them on any page.
std::vector<DayLine> inColumns(std::vector<DayLine> lines)
{
    std::ranges::sort(lines, {}, &DayLine::left);
    std::vector<DayLine> kept;
    for (std::size_t first = 0; first < lines.size();) {
        auto last = first + 1;
        while (last < lines.size() && lines[last].left - lines[last - 1].left <= edgeTolerance)
            ++last;
        if (last - first >= fewestDaysInColumn)
            kept.insert(kept.end(), lines.begin() + std::ptrdiff_t(first), lines.begin() + std::ptrdiff_t(last));
        first = last;
    }
    return kept;
}

} // namespace

std::vector<std::pair<std::size_t, std::vector<FoundDate>>> daysInColumns(std::vector<DayLine> lines,
                                                                          const std::vector<QDate> &known)
{
    std::vector<std::pair<std::size_t, std::vector<FoundDate>>> found;
    for (const auto &line : inColumns(std::move(lines))) {
        std::vector<FoundDate> dates;
        for (const auto &day : line.days) {
            FoundDate date{day.start, day.length, nearestDate(day.day, day.month, known), true, {}};
            if (day.isAmbiguous)
                date.swapped = nearestDate(day.month, day.day, known);
            if (date.date.isValid())
                dates.push_back(date);
        }
        found.emplace_back(line.segment, std::move(dates));
    }
    return found;
}

} // namespace xs::engine
