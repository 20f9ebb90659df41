// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/resultnode.h"
#include "engine/candidates/candidate.h"
#include "schema/field.h"

namespace xs::engine {

/// A result without values: nulls, empty lists, objects of these.
domain::ResultNode emptyNode(const schema::Field &field);

/// The chosen value with its evidence as a node, or null.
domain::ResultNode valueNode(const schema::Field &field, const Text &text, const Candidate *chosen);

} // namespace xs::engine
