// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pageitems.h"
#include "engine/regions.h"

namespace xs::engine {

/// The headings, lists and paragraphs of running text. `bodyHeight` is the usual height of the document's words.
std::vector<PageItem> flowItems(const Text &text, const Page &page, const std::vector<PieceRow> &rows,
                                double bodyHeight);

} // namespace xs::engine
