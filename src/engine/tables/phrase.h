// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/text/text.h"

namespace xs::engine {

/// Words that are read as one, though they may stand in several lines of a column: a title that goes on below.
class Phrase
{
public:
    Phrase() = default;
    explicit Phrase(const Span &words) { append(words); }

    void append(const Span &words);
    void append(const Phrase &other) { m_words.insert(m_words.end(), other.m_words.begin(), other.m_words.end()); }

    bool isEmpty() const { return m_words.empty(); }
    int size() const { return int(m_words.size()); }
    /// The word of the document at a place of the phrase.
    int at(int place) const { return m_words[std::size_t(place)]; }
    const QString &word(const Text &text, int place) const { return text.tokens[at(place)].text; }
    /// The words from one place up to another.
    Phrase part(int first, int last) const;
    /// The words with blanks; those that a line's end parts are whole again ("Univer-", "sity").
    QString text(const Text &text) const;
    /// One for the words of each line.
    std::vector<Span> spans() const;

private:
    std::vector<int> m_words;
};

} // namespace xs::engine
