// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pages/pageitems.h"
#include "engine/pages/regions.h"

namespace xs::engine {

/// The headings, lists and paragraphs of running text. Words of `headingHeight` and more make a heading.
std::vector<PageItem> flowItems(const Text &text, const std::vector<PieceRow> &rows, double headingHeight);

/// The words of a span as an item keeps them.
ItemLine wordsOf(const Text &text, const Span &span);

} // namespace xs::engine
