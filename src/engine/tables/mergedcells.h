// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tables/bodylines.h"

namespace xs::engine {

/// Whether a field asks for words of any kind, be it a name or a place.
bool isWords(const FieldSpec &field);

/// Cells of the first column that are merged over rows: every row of a group gets their words, which stand in the
/// middle of its rows or beside the first of them. `rowLines` are the lines of the rows' figures. Where the first
/// column is to give two fields and its cells have two lines, each gives one.
void spreadMergedCells(const TableBody &body, const std::vector<int> &rowLines, std::vector<Row> &rows);

} // namespace xs::engine
