// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagesource.h"

#include <vector>

namespace xs::engine {

/// A table that goes on beside itself, under the same head once more, becomes lines of its parts, one part after the
/// other, each below its head. Boxes in points, lines from top to bottom, words from left to right.
std::vector<std::vector<document::Word>> withoutTwinTables(std::vector<std::vector<document::Word>> lines);

} // namespace xs::engine
