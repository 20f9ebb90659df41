// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QStringView>

#include <vector>

namespace xs::engine {

/// A day that is written without its year, as statements do: "21/05", "02 MAY", "5. Mai", "May 2", "21.05.".
struct YearlessDay
{
    qsizetype start = 0;
    qsizetype length = 0;
    int day = 0;
    int month = 0;
    /// Both numbers can be the day.
    bool isAmbiguous = false;
};

/// The days at the beginning of a text, at most two, which are followed by its end or a blank. Alone they are no
/// proof of dates: "21/05" may be a ratio.
std::vector<YearlessDay> leadingDays(const QString &text);

/// The date of a day in the year that brings it nearest to one of `known`; invalid when there is none.
QDate nearestDate(int day, int month, const std::vector<QDate> &known);

} // namespace xs::engine
