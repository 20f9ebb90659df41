// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <vector>

namespace xs::engine {

/// A date as it stands in a text.
struct FoundDate
{
    qsizetype start = 0;
    qsizetype length = 0;
    /// The day is 1 where the text gives only a month.
    QDate date;
    bool hasDay = true;
    /// Both parts can be the day ("03/04/2020") and the other reading is `swapped`.
    QDate swapped;
};

/// All dates in a text, from left to right: numbers in any order of day, month and year, and names of months in
/// the languages that Qt knows of those the engine reads. Two-digit years lie between 1970 and 2069.
std::vector<FoundDate> findDates(const QString &text);
/// Months with a year ("September 2012", "09/2012").
std::vector<FoundDate> findMonths(const QString &text);
/// The number of a month's name or abbreviation; 0 when it is none.
int monthNumber(QStringView name);
/// False where no word of the text begins as the name of a month does: what is seen faster than no pattern is found.
bool mayNameMonth(QStringView text);

} // namespace xs::engine
