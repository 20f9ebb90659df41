// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tables/rows.h"

namespace xs::engine {

/// Lists of taxes by rate, whatever stands above them: lines in which a rate takes one printed amount of another.
/// Empty for lists of other fields.
std::vector<Row> readTaxRows(const std::vector<FieldSpec> &fields, const Workspace &workspace, const SearchArea &area);

} // namespace xs::engine
