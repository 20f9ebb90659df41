// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/candidates/candidates.h"

#include <optional>

namespace xs::engine {

/// Whether a description says which words stand for a truth: "True for a gain, false for a hold".
bool saysTruths(const FieldSpec &field);

/// What the words of a cell say of such a field, with the word that says it; std::nullopt when none of them does.
std::optional<Candidate> truthIn(const FieldSpec &field, const Workspace &workspace, const Span &cell);

} // namespace xs::engine
