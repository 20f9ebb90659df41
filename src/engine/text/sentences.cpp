// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/sentences.h"

#include "engine/text/addresswords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

/// In heights of the words.
constexpr double widestWordGap = 2.5;
constexpr double widestLineGap = 1.1;
constexpr int fewestWordsOfFullLine = 6;
constexpr int mostWordsOfHeading = 8;
constexpr int fewestWords = 5;

bool isFlowing(const Text &text, const Line &line)
{
    for (int t = line.tokens.first + 1; t < line.tokens.last; ++t)
        if (text.tokens[t].box.left() - text.tokens[t - 1].box.right() > widestWordGap * line.wordHeight)
            return false;
    return !line.tokens.isEmpty();
}

bool goesOn(const Text &text, const Line &above, const Line &below)
{
    return above.page == below.page && above.tokens.size() >= fewestWordsOfFullLine &&
           below.box.top() - above.box.bottom() < widestLineGap * std::max(above.wordHeight, below.wordHeight) &&
           std::abs(above.wordHeight - below.wordHeight) < 0.25 * above.wordHeight && isFlowing(text, below);
}

/// Whether a sentence ends behind a word.
bool endsSentence(const Text &text, int token)
{
    const auto &word = text.tokens[token].text;
    if (word.endsWith(u';') || word.endsWith(u'!') || word.endsWith(u'?'))
        return true;
    if (!word.endsWith(u'.') || word.size() < 2)
        return false;
    const auto &next = text.tokens[token + 1].text;
    const auto isAbbreviation = isCompanyForm(word) || word.count(u'.') > 1 || word == "No."_L1 || word == "Nr."_L1 ||
                                word == "Art."_L1 || (word.size() == 2 && word[0].isUpper());
    const auto startsNew = next[0].isUpper() || next[0].isDigit() || u"“\"„(§•–"_s.contains(next[0]);
    const auto isOrdinal = word.chopped(1).toInt() > 0 && word.size() <= 3;
    return startsNew && !isAbbreviation && !isOrdinal;
}

} // namespace

std::vector<Sentence> sentencesOf(const Text &text, const Span &segments)
{
    std::vector<Sentence> sentences;
    if (segments.isEmpty())
        return sentences;
    const auto end = text.segments[segments.last - 1].line + 1;
    Span heading;
    for (int l = text.segments[segments.first].line; l < end;) {
        int last = l;
        if (isFlowing(text, text.lines[l]))
            while (last + 1 < end && goesOn(text, text.lines[last], text.lines[last + 1]))
                ++last;
        const Span paragraph{text.lines[l].tokens.first, text.lines[last].tokens.last};
        if (last == l && text.lines[l].tokens.size() <= mostWordsOfHeading) {
            heading = isFlowing(text, text.lines[l]) ? paragraph : Span();
            // "commences on 1 May 2025." may be a paragraph of its own.
            if (paragraph.size() < fewestWords) {
                ++l;
                continue;
            }
        }
        int first = paragraph.first;
        for (int t = paragraph.first; t < paragraph.last && isFlowing(text, text.lines[l]); ++t) {
            if (t + 1 < paragraph.last && !endsSentence(text, t))
                continue;
            if (t + 1 - first >= fewestWords)
                sentences.push_back(
                    {{first, t + 1}, heading == paragraph ? Span() : heading, first == paragraph.first});
            first = t + 1;
        }
        l = last + 1;
    }
    return sentences;
}

} // namespace xs::engine
