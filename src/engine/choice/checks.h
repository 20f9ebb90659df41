// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/candidates/candidates.h"

namespace xs::engine {

/// Marks candidates that fit together (net + tax = total, cash − change = total), adds printed amounts that such a sum
/// proves to be the total, makes due dates before the day of issue doubtful, and scores them again.
void applyChecks(const std::vector<FieldSpec> &fields, const Occurrences &occurrences, const SearchArea &area,
                 std::vector<std::vector<Candidate>> &candidates);

} // namespace xs::engine
