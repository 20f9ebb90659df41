// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tables/tablehead.h"

#include <set>

namespace xs::engine {

/// One row that was read: a candidate or none for each field.
struct Row
{
    std::vector<std::optional<Candidate>> values;
    /// The lines that belong to the row.
    Span lines;
    /// The line behind the last one that its values were read from.
    int close = 0;

    int filled() const;
};

/// What the texts around a list say about its rows.
struct RowHints
{
    /// Rows with totals are rows too.
    bool totalsAreRows = false;
    /// The rows of the document's table are its results.
    bool rowsAreResults = false;
    /// Words of what the description calls no row ("balances carried forward are not transactions").
    QStringList excluded;
    /// First lines of another list's rows; not owned. Rows that mostly begin there belong to that list.
    const std::set<int> *taken = nullptr;

    bool areTaken(const std::vector<Row> &rows) const;
};

/// Reads the rows below a head, on its page and, when the table goes on, on the following ones. `known` are the lines
/// of the area with the row's fields.
std::vector<Row> readRows(const TableHead &head, HeadLines &known, const SearchArea &area, const RowHints &hints);

} // namespace xs::engine
