// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagesource.h"

#include <vector>

namespace xs::engine {

/// Takes the words of texts that run up or down the page, as those in the margin do, out of `words` (in points, in the
/// order of the file). One list for each text, in its reading order.
std::vector<std::vector<document::Word>> takeUprightTexts(std::vector<document::Word> &words);

} // namespace xs::engine
