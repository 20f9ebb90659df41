// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagesource.h"

#include <vector>

namespace xs::engine {

/// Puts right what text recognition breaks in a line and what the form of the words tells without a doubt: numbers
/// torn at their decimal point ("79." "35"), letters for digits in amounts and dates ("1O.50"), legal forms of two
/// words of which each has at most one wrong letter ("Ltd" behind "Pvi").
void repairReading(std::vector<document::Word> &line);

/// Gives whole numbers their lost decimal sign back where they end at the right edge of a column of amounts, with one
/// of these shortly above and one below, or two above ("12.50", "650", "0.90"). Lines from top to bottom.
void repairAmounts(std::vector<std::vector<document::Word>> &lines);

} // namespace xs::engine
