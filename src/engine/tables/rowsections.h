// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tables/rows.h"

namespace xs::engine {

/// Takes out rows that only add up those below them, as the headings of groups do; what the schema asks of a row's
/// group is filled from these and from headings without an amount. `headEnd` is the line below the table's head.
void readSections(std::vector<Row> &rows, const std::vector<FieldSpec> &fields, const Workspace &workspace,
                  int headEnd);

} // namespace xs::engine
