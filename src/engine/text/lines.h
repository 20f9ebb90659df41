// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagesource.h"

#include <vector>

namespace xs::engine {

double median(std::vector<double> values);
double medianHeight(const std::vector<document::Word> &words);

/// The words with boxes in points; words without area or text are left out.
std::vector<document::Word> wordsInPoints(const std::vector<document::Word> &words, const QSizeF &page);

/// Words at one height belong together, from left to right; the lines run from top to bottom. Lines may lean a
/// little, as on photographed paper. Letters set apart for emphasis become one word.
std::vector<std::vector<document::Word>> linesOf(std::vector<document::Word> words);

/// Cuts a line where the gap is wider than between words of a sentence.
std::vector<std::vector<document::Word>> runsOf(const std::vector<document::Word> &line, bool recognised);

} // namespace xs::engine
