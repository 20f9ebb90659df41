// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagesource.h"
#include "engine/text/text.h"

namespace xs::tests {

/// Pages made of words at given places, for tests that need no file. Letters are 6 points wide and words 10 high.
class BuiltPages final : public document::PageSource
{
public:
    /// Starts a page of 600 × 800 points.
    BuiltPages &page();
    /// Adds a run of words at a place in points; blanks are 3 points wide.
    BuiltPages &text(double x, double y, const QString &words);

    int pageCount() const override { return int(m_pages.size()); }
    domain::PageSize pageSize(int) const override { return {600, 800}; }
    std::vector<document::Word> words(int page) const override { return m_pages.at(page); }
    QImage render(int, int, const domain::PageRect &) const override { return {}; }

    /// All pages as the engine sees them.
    engine::Text read() const;

private:
    std::vector<std::vector<document::Word>> m_pages;
};

} // namespace xs::tests
