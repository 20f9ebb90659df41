// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/phrase.h"

#include <algorithm>

namespace xs::engine {

void Phrase::append(const Span &words)
{
    for (int i = words.first; i < words.last; ++i)
        m_words.push_back(i);
}

Phrase Phrase::part(int first, int last) const
{
    Phrase part;
    first = std::clamp(first, 0, size());
    part.m_words.assign(m_words.begin() + first, m_words.begin() + std::clamp(last, first, size()));
    return part;
}

QString Phrase::text(const Text &text) const
{
    QString joined;
    for (std::size_t i = 0; i < m_words.size(); ++i) {
        const auto &word = text.tokens[m_words[i]].text;
        const auto isNext = i > 0 && m_words[i] == m_words[i - 1] + 1;
        const auto isInLine = isNext && text.tokens[m_words[i]].line == text.tokens[m_words[i - 1]].line;
        const auto isParted = i > 0 && !isInLine && joined.size() > 2 && joined.endsWith(u'-') &&
                              joined[joined.size() - 2].isLetter() && word[0].isLetter();
        if (isParted && (word[0].isLower() || joined[joined.size() - 2].isUpper()))
            joined.chop(1);
        else if (i > 0 && !isParted && (!isInLine || text.isSeparated(m_words[i])))
            joined += u' ';
        joined += word;
    }
    return joined;
}

std::vector<Span> Phrase::spans() const
{
    std::vector<Span> spans;
    for (const auto word : m_words) {
        if (spans.empty() || spans.back().last != word)
            spans.push_back({word, word});
        spans.back().last = word + 1;
    }
    return spans;
}

} // namespace xs::engine
