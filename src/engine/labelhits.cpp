// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/labelhits.h"

#include "engine/words.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr int longestLabel = 6;
constexpr double leastSimilarity = 0.4;

bool isSentenceWord(const QString &word)
{
    return !word.isEmpty() && word[0].isLower() && word.size() > 1;
}

} // namespace

LabelIndex::LabelIndex(const Text &text, const Lexicon &lexicon) : m_text(text), m_words(text.tokens.size())
{
    for (const auto &segment : text.segments) {
        QStringList words;
        std::vector<int> places;
        for (int i = segment.tokens.first; i < segment.tokens.last; ++i) {
            const auto &token = text.tokens[i].text;
            m_words[i].hasColon = token.endsWith(u':');
            const auto parts = sentenceWords(token);
            m_words[i].isBlank = parts.isEmpty();
            for (const auto &part : parts) {
                words << part;
                places.push_back(i);
            }
        }
        const auto meanings = lexicon.meanings(words);
        for (std::size_t k = 0; k < meanings.size(); ++k) {
            auto &word = m_words[places[k]];
            word.bag.insert(word.bag.end(), meanings[k].begin(), meanings[k].end());
            word.isKnown |= lexicon.knows(words[qsizetype(k)]) || lexicon.isIgnored(words[qsizetype(k)]) ||
                            meanings[k].size() > 1 || meanings[k].empty();
        }
    }
}

Bag LabelIndex::bagOf(const Span &span) const
{
    Bag bag;
    for (int i = span.first; i < span.last; ++i)
        bag.insert(bag.end(), m_words[i].bag.begin(), m_words[i].bag.end());
    return bag;
}

std::vector<std::vector<LabelHit>> LabelIndex::hits(const std::vector<FieldSpec> &fields, const Span &segments,
                                                    std::size_t most) const
{
    std::vector<std::vector<LabelHit>> result(fields.size());
    QSet<quint64> wanted;
    for (const auto &field : fields)
        for (const auto &variant : field.labels)
            for (const auto &meaning : variant.bag)
                for (const auto sense : meaning.senses)
                    wanted.insert(sense);
    const auto isWanted = [&](int token) {
        return std::ranges::any_of(m_words[token].bag, [&wanted](const Meaning &m) {
            return std::ranges::any_of(m.senses, [&wanted](quint64 s) { return wanted.contains(s); });
        });
    };
    std::vector<double> similarities(fields.size());
    for (int s = segments.first; s < segments.last; ++s) {
        const auto &segment = m_text.segments[s];
        std::vector<std::vector<LabelHit>> here(fields.size());
        for (int first = segment.tokens.first; first < segment.tokens.last; ++first) {
            if (!isWanted(first))
                continue;
            for (int last = first + 1; last <= std::min(segment.tokens.last, first + longestLabel); ++last) {
                if (m_words[last - 1].bag.empty() && last - 1 > first)
                    continue;
                const auto bag = bagOf({first, last});
                double best = 0;
                for (std::size_t f = 0; f < fields.size(); ++f) {
                    similarities[f] = labelSimilarity(fields[f], bag);
                    best = std::max(best, similarities[f]);
                }
                if (best >= leastSimilarity) {
                    LabelHit hit{{first, last}, s, 0, best};
                    // Forms number their labels and explain them in brackets: "5 Address (number, street)".
                    hit.startsSegment = first == segment.tokens.first || (first == segment.tokens.first + 1 &&
                                                                          m_text.tokens[first - 1].text.size() <= 2);
                    hit.endsSegment = last == segment.tokens.last || m_text.tokens[last].text.startsWith(u'(');
                    hit.endsWithColon = m_words[last - 1].hasColon ||
                                        (last < segment.tokens.last && m_text.tokens[last].text.startsWith(u':'));
                    const auto before = first > segment.tokens.first && isSentenceWord(m_text.tokens[first - 1].text) &&
                                        !m_words[first - 1].hasColon;
                    const auto after =
                        last < segment.tokens.last && isSentenceWord(m_text.tokens[last].text) && !hit.endsWithColon;
                    hit.inSentence = before || after;
                    for (std::size_t f = 0; f < fields.size(); ++f) {
                        if (similarities[f] >= leastSimilarity) {
                            hit.similarity = similarities[f];
                            here[f].push_back(hit);
                        }
                    }
                }
                if (m_words[last - 1].hasColon)
                    break;
            }
        }
        for (std::size_t f = 0; f < fields.size(); ++f) {
            // Of overlapping spans the most similar counts, and the longer of equal ones.
            std::ranges::stable_sort(here[f], [](const LabelHit &a, const LabelHit &b) {
                return a.similarity != b.similarity ? a.similarity > b.similarity : a.span.size() > b.span.size();
            });
            std::vector<LabelHit> kept;
            for (const auto &hit : here[f])
                if (std::ranges::none_of(kept, [&hit](const LabelHit &other) { return other.span.overlaps(hit.span); }))
                    kept.push_back(hit);
            result[f].insert(result[f].end(), kept.begin(), kept.end());
        }
    }
    for (auto &list : result) {
        std::ranges::stable_sort(list, [](const LabelHit &a, const LabelHit &b) {
            return a.similarity - 0.2 * a.inSentence + 0.1 * a.endsWithColon >
                   b.similarity - 0.2 * b.inSentence + 0.1 * b.endsWithColon;
        });
        if (list.size() > most)
            list.resize(most);
    }
    return result;
}

int LabelIndex::nextLabel(const Span &span) const
{
    for (int i = span.first + 1; i < span.last; ++i) {
        if (!m_words[i].hasColon && m_text.tokens[i].text != ":"_L1)
            continue;
        // The words before the colon that the lexicon knows are the label; at least the one before it.
        int first = m_text.tokens[i].text == ":"_L1 ? i - 1 : i;
        while (first - 1 > span.first && m_words[first - 1].isKnown && !m_words[first - 1].isBlank && i - first < 4)
            --first;
        if (first > span.first && std::ranges::any_of(m_text.tokens[first].text, [](QChar c) { return c.isLetter(); }))
            return first;
    }
    return span.last;
}

bool LabelIndex::looksLikeLabel(const Span &span) const
{
    if (span.isEmpty())
        return false;
    if (m_words[span.last - 1].hasColon)
        return true;
    int known = 0, words = 0;
    for (int i = span.first; i < span.last; ++i) {
        if (m_words[i].isBlank)
            continue;
        if (std::ranges::any_of(m_text.tokens[i].text, [](QChar c) { return c.isDigit(); }))
            return false;
        ++words;
        known += m_words[i].isKnown && !m_words[i].bag.empty() ? 1 : 0;
    }
    return words > 0 && words <= 4 && known == words;
}

} // namespace xs::engine
