// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/text/text.h"

namespace xs::engine {

/// A box or mark of a form with the words it belongs to.
struct TickBox
{
    Span mark;
    /// Behind the mark, before it where a line's marks follow their words, or the head of the mark's column where
    /// marks stand side by side; may be empty.
    Span words;
    bool ticked = false;
    bool wordsStandBefore = false;
};

/// Whether a word is a ticked box or a mark that somebody sets into one.
bool isTick(const QString &word);
/// Whether a word is a box, ticked or not, or a mark and nothing else.
bool isTickBox(const QString &word);
/// Whether a word is the picture of a box and not a mark that may stand in a drawn one.
bool isBoxGlyph(const QString &word);

/// The boxes in a span with their words.
std::vector<TickBox> findTickBoxes(const Text &text, const Span &tokens);

} // namespace xs::engine
