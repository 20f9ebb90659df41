// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagesource.h"
#include "engine/text.h"

namespace xs::engine {

/// The text of these pages, from 1, in their order: read, or recognised where a page has no usable text.
Text readText(const document::PageSource &document, const std::vector<int> &pages);

} // namespace xs::engine
