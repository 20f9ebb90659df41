// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tables/tablehead.h"
#include "engine/text/periods.h"

namespace xs::engine {

/// A table with rows by name and at least two columns of figures.
struct PeriodTable
{
    std::vector<Column> columns;
    std::vector<Period> periods;
    /// What of the head stands over each column.
    std::vector<std::vector<Span>> headCells;
    Span head;
    Span rows;
    /// Where rows have their names.
    std::size_t nameColumn = 0;

    /// How many columns stand before the first of figures.
    std::size_t labelColumns() const;
};

/// The tables of a part of the document that have a column of a period at least.
std::vector<PeriodTable> periodTables(const Workspace &workspace, const SearchArea &area);

} // namespace xs::engine
