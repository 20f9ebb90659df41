// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/candidates/candidates.h"

namespace xs::engine {

/// Adds values that stand in sentences: "a termination fee of £40,000", "not less than ninety (90) days' notice",
/// "governed by the law of Scotland". A value counts by how many of its field's words stand close to it, words that
/// every sentence has for little. Fields after the first `asked` are left out.
void addProseValues(const std::vector<FieldSpec> &fields, std::size_t asked, const Workspace &workspace,
                    const SearchArea &area, std::vector<std::vector<Candidate>> &candidates);

} // namespace xs::engine
