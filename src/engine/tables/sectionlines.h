// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/fields/workspace.h"

namespace xs::engine {

/// What stands in one line of a section, from left to right.
struct SectionLine
{
    int line = 0;
    std::vector<int> segments;
};

/// The lines below a heading, or beside it where headings stand in a column of their own, up to the next heading; also
/// on the next page. Where sections stand side by side, only what stands in the heading's column of the page.
std::vector<SectionLine> linesUnder(const Segment &head, const Text &text, const SearchArea &area);

} // namespace xs::engine
