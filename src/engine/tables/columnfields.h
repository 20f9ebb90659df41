// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tables/tablegrid.h"
#include "engine/tables/tablehead.h"

namespace xs::engine {

/// A grid's columns matched with fields: by what stands above them, by what their cells hold, and by the order of both.
/// Fields that are left may share a column whose cells hold several values. `named` are heads that words tell: rows do
/// not begin above their end. std::nullopt when nothing fits.
std::optional<TableHead> headOfGrid(const Grid &grid, const std::vector<FieldSpec> &fields, const Workspace &workspace,
                                    const std::vector<TableHead> &named = {});

} // namespace xs::engine
