// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagesource.h"

#include <vector>

namespace xs::engine {

/// Puts right what text recognition breaks in a line and what the form of the words tells without a doubt: numbers
/// torn at their decimal point ("79." "35"), letters for digits in amounts and dates ("1O.50"), legal forms of two
/// words of which each has at most one wrong letter ("Ltd" behind "Pvi").
void repairReading(std::vector<document::Word> &line);

} // namespace xs::engine
