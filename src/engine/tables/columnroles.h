// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tables/tablehead.h"

namespace xs::engine {

/// Gives columns whose head says nothing the field that their figures show: where quantity times price, less a
/// discount, is the amount in most lines of the body, the three are what they are. Columns must have been placed.
void assignByFigures(TableHead &head, const std::vector<FieldSpec> &fields, const Workspace &workspace,
                     const Span &body);

} // namespace xs::engine
