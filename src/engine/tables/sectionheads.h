// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/fields/workspace.h"

namespace xs::engine {

/// The segments that are the heading of what a list asks for, the likeliest first: those whose words name the list,
/// then those that head the section of a résumé that it asks for by its fields or its description.
std::vector<int> headsOf(const schema::Field &list, const Workspace &workspace, const SearchArea &area);

} // namespace xs::engine
