// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/text/dates.h"

#include <QStringView>

#include <vector>

namespace xs::engine {

/// Whether day or month comes first in a document's dates of figures, learned line by line: by dates that have only
/// one reading, else by addresses and currencies of where the month comes first.
class DateOrder
{
public:
    /// `dates` are those found in the line; only lines with digits may have some.
    void see(const QString &line, const std::vector<FoundDate> &dates);
    /// `votes` for the decimal point, against the comma if negative.
    bool isMonthFirst(int votes) const;
    /// Whether anything told the order; without, dates of two readings are a guess.
    bool isKnown(int votes) const;

private:
    int m_dayFirst = 0, m_monthFirst = 0;
    int m_dollars = 0, m_states = 0;
    bool m_hasDayFirstSign = false;
};

} // namespace xs::engine
