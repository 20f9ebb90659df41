// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/formsource.h"
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
    /// The same, so that the words end at a place.
    BuiltPages &endAt(double right, double y, const QString &words);
    /// Words that run up the page from a place, as those in the margin do.
    BuiltPages &upright(double x, double bottom, const QString &words);

    int pageCount() const override { return int(m_pages.size()); }
    domain::PageSize pageSize(int) const override { return {600, 800}; }
    std::vector<document::Word> words(int page) const override { return m_pages.at(page); }
    QImage render(int, int, const domain::PageRect &) const override { return {}; }

    /// All pages as the engine sees them.
    engine::Text read() const;

private:
    std::vector<std::vector<document::Word>> m_pages;
};

/// One page of built words with the fields of an AcroForm. The pages outlive it.
class BuiltForm final : public document::PageSource, public document::FormSource
{
public:
    BuiltForm(const BuiltPages &pages, std::vector<document::FormField> fields)
        : m_pages(pages), m_fields(std::move(fields))
    {
    }

    int pageCount() const override { return m_pages.pageCount(); }
    domain::PageSize pageSize(int page) const override { return m_pages.pageSize(page); }
    std::vector<document::Word> words(int page) const override { return m_pages.words(page); }
    QImage render(int, int, const domain::PageRect &) const override { return {}; }
    std::vector<document::FilledField> filledFields(int page) const override;
    std::vector<document::FormField> formFields(int) const override { return m_fields; }

private:
    const BuiltPages &m_pages;
    std::vector<document::FormField> m_fields;
};

} // namespace xs::tests
