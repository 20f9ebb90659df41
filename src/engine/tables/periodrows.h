// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tables/rows.h"

namespace xs::engine {

/// A list whose entries are the columns of a table and whose fields are its rows: figures by year or by quarter. Empty
/// when no field asks for the period or the table's rows name few of the others.
std::vector<Row> readPeriodRows(const std::vector<FieldSpec> &fields, const Workspace &workspace,
                                const SearchArea &area);

} // namespace xs::engine
