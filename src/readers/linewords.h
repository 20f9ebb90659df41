// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/linereader.h"

#include <vector>

namespace xs::readers {

/// A word of a line, with its ends as fractions of the line's width.
struct LineWord
{
    QString text;
    double confidence = 0;
    double begin = 0, end = 0;
};

/// The words of a line: what blanks part (see partAtGaps()), each as wide as its ink.
std::vector<LineWord> wordsOf(const LineReading &reading);

} // namespace xs::readers
