// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/candidates/candidate.h"

#include <optional>

namespace xs::engine {

/// Chooses one candidate or none for every field, so that the sum over all fields is best and no two fields take
/// the same words. A field that gets nothing this way may share another's words when its case is strong.
/// The first `asked` fields are what the schema asks for; the others only compete with them.
/// The result is an index into the field's candidates.
std::vector<std::optional<std::size_t>> assign(const std::vector<std::vector<Candidate>> &candidates,
                                               std::size_t asked);

/// The columns with the greatest sum of gains, one for each row and each column at most once; −1 where a row gets
/// none. Gains of zero or less are never taken (the Hungarian method).
std::vector<int> bestMatching(const std::vector<std::vector<double>> &gains);

} // namespace xs::engine
