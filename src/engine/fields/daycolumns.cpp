// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fields/daycolumns.h"

#include "engine/text/yearless.h"

#include <algorithm>
#include <cmath>

namespace xs::engine {

namespace {

constexpr std::size_t fewestDays = 3;
/// Left edges of one column differ by so many points at most.
constexpr double edgeTolerance = 3;

struct DayLine
{
    std::size_t segment = 0;
    double left = 0;
    std::vector<YearlessDay> days;
};

std::vector<QDate> datesOf(const std::vector<std::vector<FoundDate>> &known)
{
    std::vector<QDate> dates;
    for (const auto &segment : known)
        for (const auto &date : segment)
            if (std::ranges::find(dates, date.date) == dates.end())
                dates.push_back(date.date);
    return dates;
}

/// Those with enough others below or above them on any page.
std::vector<DayLine> inColumns(std::vector<DayLine> lines)
{
    std::ranges::sort(lines, {}, &DayLine::left);
    std::vector<DayLine> kept;
    for (std::size_t first = 0; first < lines.size();) {
        auto last = first + 1;
        while (last < lines.size() && lines[last].left - lines[last - 1].left <= edgeTolerance)
            ++last;
        if (last - first >= fewestDays)
            kept.insert(kept.end(), lines.begin() + std::ptrdiff_t(first), lines.begin() + std::ptrdiff_t(last));
        first = last;
    }
    return kept;
}

} // namespace

std::vector<std::vector<FoundDate>> daysInColumns(const Text &text, const std::vector<const QString *> &strings,
                                                  const std::vector<std::vector<FoundDate>> &known)
{
    std::vector<DayLine> lines;
    for (std::size_t s = 0; s < strings.size(); ++s)
        if (strings[s] && known[s].empty())
            if (auto days = leadingDays(*strings[s]); !days.empty())
                lines.push_back({s, text.segments[s].box.left(), std::move(days)});
    if (lines.size() < fewestDays)
        return {};
    const auto dates = datesOf(known);
    std::vector<std::vector<FoundDate>> found(strings.size());
    for (const auto &line : inColumns(std::move(lines)))
        for (const auto &day : line.days) {
            FoundDate date{day.start, day.length, nearestDate(day.day, day.month, dates), true, {}};
            if (day.isAmbiguous)
                date.swapped = nearestDate(day.month, day.day, dates);
            if (date.date.isValid())
                found[line.segment].push_back(date);
        }
    return found;
}

} // namespace xs::engine
