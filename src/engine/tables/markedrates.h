// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/fields/fieldspec.h"
#include "engine/fields/workspace.h"
#include "engine/tables/rows.h"

namespace xs::engine {

/// Fills the tax rate of goods whose amounts have a mark behind them ("4.95 A") that a summary of taxes explains
/// ("A 7%").
void readMarkedRates(std::vector<Row> &rows, const std::vector<FieldSpec> &fields, const Workspace &workspace);

} // namespace xs::engine
