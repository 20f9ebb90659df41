// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/candidate.h"
#include "engine/fieldspec.h"

namespace xs::engine {

/// Marks candidates that fit together (net + tax = total, cash − change = total, due not before issued) and scores
/// them again.
void applyChecks(const std::vector<FieldSpec> &fields, std::vector<std::vector<Candidate>> &candidates);

} // namespace xs::engine
