// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readtext.h"

#include "document/readpage.h"

namespace xs::engine {

Text readText(const document::PageSource &document, const std::vector<int> &pages)
{
    document::PageReader reader(document);
    Text text;
    for (const int page : pages)
        appendPage(text, page, document.pageSize(page - 1), reader.read(page - 1));
    return text;
}

} // namespace xs::engine
