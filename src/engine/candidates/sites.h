// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/candidates/candidates.h"

namespace xs::engine {

/// Fields that are called as a site is: the address of the page there tells by its domain what it is. Adds candidates.
void addSites(const std::vector<FieldSpec> &fields, const Workspace &workspace, const SearchArea &area,
              std::vector<std::vector<Candidate>> &candidates);

} // namespace xs::engine
