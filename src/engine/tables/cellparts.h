// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/candidates/candidates.h"

#include <optional>

namespace xs::engine {

/// The values that one cell holds for several fields, in the order of `fields`: first and last name, the ends of a
/// range, a result or the reason why there is none, parts that marks part.
std::vector<std::optional<Candidate>> cellParts(const std::vector<const FieldSpec *> &fields,
                                                const Workspace &workspace, const Span &cell);

} // namespace xs::engine
