// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/fields/labelrows.h"
#include "engine/fields/occurrences.h"

namespace xs::engine {

/// Everything that is known of the document before a schema is looked at. Owns nothing.
struct Workspace
{
    const Text &text;
    const Lexicon &lexicon;
    const LabelIndex &labels;
    const Occurrences &occurrences;
};

/// A part of the document to search, and what is known of it.
struct SearchArea
{
    Span segments;
    /// From 1 to how many pages; "early" is measured by it.
    int firstPage = 1;
    int lastPage = 1;
};

} // namespace xs::engine
