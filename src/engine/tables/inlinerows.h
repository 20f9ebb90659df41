// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tables/rows.h"

namespace xs::engine {

/// Rows of two or three fields that a list of words gives: "English (fluent), German (B2)", "First aid (2019)". None
/// where too few entries say more than one thing.
std::vector<Row> readInlineRows(const schema::Field &list, const std::vector<FieldSpec> &fields,
                                const Workspace &workspace, const SearchArea &area);

} // namespace xs::engine
