// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/pagerange.h"
#include "fuzz/fuzz.h"

#include <algorithm>

using namespace xs;

/// The grammar of `target_pages`: a text.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto range = domain::PageRange::parse(QString::fromUtf8(fuzz::bytes(data, size)));
    if (!range)
        return 0;
    const auto again = domain::PageRange::parse(range->text());
    fuzz::require(again && *again == *range, "the canonical text means the same");
    const auto pages = range->pagesOf(50);
    fuzz::require(std::ranges::adjacent_find(pages, std::ranges::greater_equal()) == pages.end(), "pages ascend");
    fuzz::require(pages.empty() || (pages.front() >= 1 && pages.back() <= 50), "pages are the document's");
    return 0;
}
