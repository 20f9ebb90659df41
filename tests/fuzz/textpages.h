// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagesource.h"

namespace xs::fuzz {

inline constexpr qsizetype mostText = 3000;
inline constexpr double letter = 6;
inline constexpr double lineHeight = 12;

/// A text in letters of one width; a form feed begins a page.
class TextPages final : public document::PageSource
{
public:
    explicit TextPages(const QString &text)
    {
        for (const auto &page : text.left(mostText).split(u'\f'))
            m_pages.push_back(wordsOf(page));
    }

    int pageCount() const override { return int(m_pages.size()); }
    domain::PageSize pageSize(int) const override { return {600, 800}; }
    std::vector<document::Word> words(int page) const override { return m_pages.at(std::size_t(page)); }
    QImage render(int, int, const domain::PageRect &) const override { return {}; }

private:
    static std::vector<document::Word> wordsOf(const QString &page)
    {
        std::vector<document::Word> words;
        double y = 20;
        for (const auto &line : page.split(u'\n')) {
            qsizetype at = 0;
            for (const auto &word : line.split(u' ')) {
                if (!word.isEmpty())
                    words.push_back(
                        {word,
                         {(20 + double(at) * letter) / 600, y / 800, double(word.size()) * letter / 600, 10.0 / 800},
                         true});
                at += word.size() + 1;
            }
            y += lineHeight;
        }
        return words;
    }

    std::vector<std::vector<document::Word>> m_pages;
};

} // namespace xs::fuzz
