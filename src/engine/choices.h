// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/candidate.h"
#include "engine/fieldspec.h"

namespace xs::engine {

/// The values of an enum, or true and false, that the words of a region say.
std::vector<Candidate> readChoices(const FieldSpec &field, const Text &text, const Span &region);

/// The values of an enum that a part of the document says by a ticked box beside their words, or by their words
/// anywhere; for fields without a label.
std::vector<Candidate> findChoices(const FieldSpec &field, const Text &text, const Span &tokens);

/// A box or mark of a form with the words it belongs to.
struct TickBox
{
    Span mark;
    Span words;
    bool ticked = false;
};

/// The boxes in a span, each with the words that follow it up to the next box or wide gap.
std::vector<TickBox> findTickBoxes(const Text &text, const Span &tokens);

/// The value of an enum that the words begin with or are short for; empty when none.
QString choiceIn(const FieldSpec &field, const Text &text, const Span &words);

} // namespace xs::engine
