// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tables/rows.h"

namespace xs::engine {

// Rows at the ends of a table that are none.

/// How many of the first rows are lines of a high head: they lack the first column, which nearly all others fill.
std::ptrdiff_t rowsOfHead(const TableHead &head, const std::vector<Row> &rows);

/// Whether the last row is a tax or a rounding that stands below the goods: it lacks what they have.
bool endInTax(const std::vector<Row> &rows, const std::vector<FieldSpec> &fields, const Workspace &workspace);

/// Whether the last row adds up those above it, in two columns at least.
bool endInSum(const std::vector<Row> &rows, const std::vector<FieldSpec> &fields);

} // namespace xs::engine
