// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/readtext.h"

namespace xs::engine {

Text textOf(const std::vector<document::ReadPage> &pages)
{
    Text text;
    for (const auto &page : pages)
        appendPage(text, page.number, page.size, page.words, page.filledFields, page.rules);
    return text;
}

} // namespace xs::engine
