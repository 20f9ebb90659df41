// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tables/tablegrid.h"
#include "engine/tables/tablehead.h"

namespace xs::engine {

/// What stands over the columns of a grid, and the rows below it.
struct GridHead
{
    /// Its columns are placed and have the words above them; no field is matched yet.
    TableHead head;
    Span body;
};

/// Parts a grid into head and rows. `named` are heads that words tell: rows do not begin above their end.
GridHead findGridHead(const Grid &grid, const std::vector<FieldSpec> &fields, const Workspace &workspace,
                      const std::vector<TableHead> &named);

} // namespace xs::engine
