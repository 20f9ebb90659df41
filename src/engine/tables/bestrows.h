// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tables/rows.h"

namespace xs::engine {

/// The rows of a list: of all heads and grids that could be meant, those of the one whose rows are the fullest; in a
/// document whose rows are the results, with those of other pages. Goods of receipts are lines that end with a price.
std::vector<Row> bestRows(const std::vector<FieldSpec> &fields, const Workspace &workspace, const SearchArea &area,
                          const RowHints &hints);

} // namespace xs::engine
