// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tables/rows.h"

namespace xs::engine {

/// Entries below a heading that names the list, each with its period: posts and schools of a résumé, projects,
/// memberships. A row for each; none when there is no such heading or the fields have no date.
std::vector<Row> readBlocks(const schema::Field &list, const std::vector<FieldSpec> &fields, const Workspace &workspace,
                            const SearchArea &area);

} // namespace xs::engine
