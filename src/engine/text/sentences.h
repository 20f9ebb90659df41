// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/text/text.h"

#include <vector>

namespace xs::engine {

/// A sentence or a clause of running text; it may go on over lines.
struct Sentence
{
    Span tokens;
    /// The words above its paragraph that may be its heading; empty when it has none.
    Span heading;
    bool startsParagraph = false;
};

/// The sentences of a part of the document. Tables, lists and lines with wide gaps have none.
std::vector<Sentence> sentencesOf(const Text &text, const Span &segments);

} // namespace xs::engine
