// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tables/tablehead.h"

namespace xs::engine {

/// Gives columns whose head names no field one that is left, when their cells fit it: by an abbreviation in the head,
/// by the fields' order where there is no head, or because one text and one column of words are left. `body` are
/// lines that show what the columns hold.
void nameOtherColumns(TableHead &head, const std::vector<FieldSpec> &fields, const Workspace &workspace,
                      const Span &body);

} // namespace xs::engine
