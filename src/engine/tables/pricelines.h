// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tables/rows.h"

namespace xs::engine {

/// Reads rows from lines that end with a price, as receipts have them without any head: name, code, quantity and
/// unit price stand in front of the price or in the line above. Empty when the fields do not ask for such things.
std::vector<Row> readPriceLines(const std::vector<FieldSpec> &fields, const Workspace &workspace,
                                const SearchArea &area);

} // namespace xs::engine
