// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/candidates/candidates.h"

namespace xs::engine {

/// Figures of a report stand in rows by name and in columns by period ("Three months ended … 2024 | 2023"). Adds the
/// figure of the row that a field's words name in the column of its period, and lowers those of other columns. A field
/// tells its period by words ("nine_months", "prior_year", "y2023", "net_sales_2022"); else the latest counts.
void addPeriodValues(const std::vector<FieldSpec> &fields, std::size_t asked, const Workspace &workspace,
                     const SearchArea &area, std::vector<std::vector<Candidate>> &candidates);

} // namespace xs::engine
