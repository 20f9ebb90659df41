// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readtext.h"

#include "document/formsource.h"
#include "document/readpage.h"

namespace xs::engine {

Text readText(const document::PageSource &document, const std::vector<int> &pages)
{
    document::PageReader reader(document);
    const auto *forms = dynamic_cast<const document::FormSource *>(&document);
    Text text;
    for (const int page : pages)
        appendPage(text, page, document.pageSize(page - 1), reader.read(page - 1),
                   forms ? forms->filledFields(page - 1) : std::vector<domain::PageRect>());
    return text;
}

} // namespace xs::engine
