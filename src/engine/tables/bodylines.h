// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tables/rowmarks.h"
#include "engine/tables/rows.h"

namespace xs::engine {

/// A gap above a line, in heights of its words, that ends a table.
constexpr double widestRowGap = 9;

/// Whether values of the field are more than mere text.
bool isTyped(const FieldSpec &field);

/// The lines below a head that may be rows, and what is known of all of them. What it refers to outlives it.
struct TableBody
{
    const TableHead &head;
    const std::vector<FieldSpec> &fields;
    const Workspace &workspace;
    const Text &text;
    const RowHints &hints;
    /// The field without a column that asks for what stands in a row's second line; −1 for none.
    int secondField = -1;
    std::vector<BodyLine> lines = {};
    /// Which of the lines start a row.
    std::vector<bool> starts = {};
    /// The most fields that one line has values for, and the most of them that are not mere text.
    int mostFits = 0;
    int mostTyped = 0;
};

/// Reads lines up to a wide gap; those in the margin are no part of the table. Does not add them to the body, but
/// counts their values.
std::vector<BodyLine> readLines(TableBody &body, const RowMarks &marks, const Span &lines);

} // namespace xs::engine
