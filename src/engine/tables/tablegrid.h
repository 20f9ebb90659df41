// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/text/text.h"

#include <vector>

namespace xs::engine {

/// A table as the places of its words alone tell it: rows whose words leave the same gaps free from top to bottom.
struct Grid
{
    int page = 0;
    /// Lines above the first row that stand close to it, at most a few; what of them is the head is left to others.
    Span above;
    /// The rows, with lines between them that have one cell only.
    Span body;
    /// Where columns begin and end, from left to right, in points; the gaps are shared out to both sides.
    std::vector<double> edges;

    int columns() const { return int(edges.size()) - 1; }
};

/// The parts of a grid that stand side by side under the same heads, from left to right; the grid itself when there are
/// none.
std::vector<Grid> partsOf(const Grid &grid, const Text &text);

/// The grids of a part of the document, from top to bottom; of two that would overlap the one with more cells.
std::vector<Grid> findGrids(const Text &text, const Span &segments);

} // namespace xs::engine
