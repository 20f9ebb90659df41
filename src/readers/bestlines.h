// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagesource.h"

#include <vector>

namespace xs::readers {

using document::Word;

/// Several readings of one picture as one: the lines of the first reading, each as the reading has it that was read
/// most surely, with its words put to the vote of all (wordvote). What only others have is left out.
std::vector<Word> bestLines(const std::vector<std::vector<Word>> &readings);

} // namespace xs::readers
