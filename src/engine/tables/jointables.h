// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tables/rows.h"

namespace xs::engine {

/// The rows that one head, or one grid, tells.
struct FoundTable
{
    std::vector<Row> rows;
    /// The head's lines; empty for columns without a head.
    Span head;
    /// Whether the rows are of several parts that stand side by side.
    bool hasParts = false;
    /// The part of the fields that a row has, on average.
    double filled = 0;
    double worth = 0;
};

/// The rows of a table with those of others that go on with it: under the same head on the same page or, where every
/// row of the document is a result, on pages that it has no row of, when they are nearly as full. In lists inside
/// documents the same head counts only beside the table's own.
std::vector<Row> joinTables(FoundTable best, std::vector<FoundTable> others, const RowHints &hints, const Text &text);

} // namespace xs::engine
