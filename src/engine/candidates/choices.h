// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/candidates/candidate.h"
#include "engine/candidates/tickboxes.h"
#include "engine/fields/fieldspec.h"

namespace xs::engine {

/// The values of an enum, or true and false, that the words of a region say.
std::vector<Candidate> readChoices(const FieldSpec &field, const Text &text, const Span &region);

/// The values of an enum that a part of the document says by a ticked box beside their words, or by their words
/// anywhere; for fields without a label.
std::vector<Candidate> findChoices(const FieldSpec &field, const Text &text, const Span &tokens);

/// The value of an enum that the words of a box begin with (end with, where they stand before it) or are short for;
/// empty when none.
QString choiceIn(const FieldSpec &field, const Text &text, const TickBox &box);

} // namespace xs::engine
