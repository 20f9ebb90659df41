// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagesource.h"

#include <map>
#include <vector>

namespace xs::gui::viewer {

/// Words that a person has marked on a page. A drag takes the words that its rectangle touches, because documents stand
/// in columns: an address is marked without the amounts beside it. Pure arithmetic in fractions of the page.
class TextSelection
{
public:
    /// The words of a page, once they are known.
    void setWords(int page, std::vector<document::Word> words) { m_words[page] = std::move(words); }
    bool knows(int page) const { return m_words.contains(page); }
    /// All of them; empty where they are not known.
    const std::vector<document::Word> &words(int page) const;
    /// Forgets the words and the selection: another document.
    void reset();

    /// Takes the words that a rectangle touches, in place of those before.
    void select(int page, const domain::PageRect &area);
    /// Takes the one word at a place; nothing where there is none.
    void selectWordAt(int page, const QPointF &place);
    void clear();

    bool isEmpty() const { return m_lines.empty(); }
    /// Only meaningful while something is selected.
    int page() const { return m_page; }
    /// In reading order; lines end in a line feed.
    QString text() const;
    /// One box a line.
    std::vector<domain::PageRect> boxes() const;

private:
    void take(int page, std::vector<document::Word> words);

    std::map<int, std::vector<document::Word>> m_words;
    int m_page = -1;
    std::vector<std::vector<document::Word>> m_lines;
};

} // namespace xs::gui::viewer
