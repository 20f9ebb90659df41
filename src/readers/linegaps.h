// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/linereader.h"

#include <vector>

namespace xs::readers {

/// A run of columns of a line without ink.
struct LineGap
{
    int begin = 0, end = 0;
    int length() const { return end - begin; }
};

/// Where a line has ink. Keeps a reference to the reading.
class LineInk
{
public:
    explicit LineInk(const LineReading &reading);

    int columns() const { return static_cast<int>(m_inked.size()); }
    bool isInked(int column) const { return m_inked[static_cast<std::size_t>(column)]; }
    /// The column in which the net saw a letter.
    int columnOf(const LineLetter &letter) const;
    /// The longest run of columns without ink between two letters; half-way where there is none.
    LineGap widestGap(const LineLetter &a, const LineLetter &b) const;

private:
    const LineReading &m_reading;
    std::vector<bool> m_inked;
};

/// Puts blanks where the gaps in the ink part words though the net saw no blank: gaps that are wide for any line, and
/// between letters those that are wide for this one.
void partAtGaps(LineReading &reading);

} // namespace xs::readers
