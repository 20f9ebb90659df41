// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <set>

namespace xs::engine {

/// What words say about the time that figures are for.
struct Period
{
    std::set<int> years;
    /// The months that it ends in, as year × 12 + month − 1, where a day or a month is named.
    std::set<int> ends;
    /// In months; 0 when nothing is said.
    int span = 0;
    /// Whether it is the difference of two.
    bool isChange = false;

    bool isEmpty() const { return years.empty() && span == 0; }
    /// The last month, or the last of the last year; 0 when nothing is said.
    int end() const;
};

/// "Three months ended June 30, 2025", "01.07.–30.09.2025", "Q3 2025", "FY24", "Jan–Sep 2025", "y2023".
Period periodOf(const QString &text);

/// False where words, whatever stands before and behind them, have no part in what tells a period: what is seen faster
/// than that periodOf() finds none.
bool mayTellPeriod(QStringView words);

/// The words without what tells days, months with a year, years, quarters and half years.
QString withoutPeriods(const QString &text);

} // namespace xs::engine
