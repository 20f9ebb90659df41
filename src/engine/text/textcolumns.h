// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagesource.h"

#include <vector>

namespace xs::engine {

/// Lines whose words are running text in columns side by side become lines of one column each, one column after the
/// other. Tables, forms and addresses stay as they are: their lines are short, or their paragraphs begin together.
/// Boxes in points, lines from top to bottom, words from left to right.
std::vector<std::vector<document::Word>> withoutTextColumns(std::vector<std::vector<document::Word>> lines);

} // namespace xs::engine
