// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagesource.h"

#include <vector>

namespace xs::readers {

using document::Word;

/// One line after a vote: where other readings of it have a word at the place of one of `line`, the text that the
/// readings are surest of together is taken; where three of one length differ, they vote letter by letter. The
/// confidence of a word tells how far the readings agree.
std::vector<Word> votedLine(std::vector<Word> line, const std::vector<std::vector<Word>> &readings);

} // namespace xs::readers
