// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/resultnode.h"
#include "engine/tables/rows.h"

namespace xs::engine {

/// Fills a list of objects from the table that fits its fields best; an empty list when there is none. `taken` are the
/// first lines of other lists' rows, to which it adds its own.
domain::ResultNode fillList(const schema::Field &list, const Workspace &workspace, const SearchArea &area,
                            std::set<int> &taken);

/// Every row of the tables that fit as one result: the target "per_table_row".
domain::ResultNode fillRows(const schema::Field &root, const Workspace &workspace, const SearchArea &area);

} // namespace xs::engine
