// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagesource.h"

#include <QStringList>

namespace xs::document {

/// Pages of typed lines: plain text, CSV, Markdown and HTML files, and the sheets of spreadsheets. All characters are
/// equally wide, so the boxes of words follow from their places in the lines.
class TextPages final : public PageSource
{
public:
    /// `pages` has the lines of each page.
    explicit TextPages(std::vector<QStringList> pages) : m_pages(std::move(pages)) {}

    int pageCount() const override { return int(m_pages.size()); }
    domain::PageSize pageSize(int page) const override;
    std::vector<Word> words(int page) const override;
    /// Needs a QGuiApplication, for its fonts.
    QImage render(int page, int width, const domain::PageRect &area) const override;
    /// None: there is nothing on the page but its words.
    QImage recognitionPicture(int, int) const override { return {}; }

private:
    std::vector<QStringList> m_pages;
};

/// More is nobody's document.
constexpr qsizetype mostTextBytes = 50'000'000;

/// A text file's pages by its form: HTML, CSV, Markdown or plain. `bytes` may be UTF-8, UTF-16 with a mark, or Latin-1.
/// Error: DocumentTooLarge.
Expected<std::unique_ptr<PageSource>> openText(const QByteArray &bytes, const QString &path);

} // namespace xs::document
