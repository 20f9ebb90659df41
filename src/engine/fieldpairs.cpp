// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fieldpairs.h"

#include "engine/data.h"
#include "engine/words.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr int mostLabelWords = 5;
constexpr int mostValueWords = 14;
/// Words below words are a heading with its text as often as a label with its value.
constexpr int mostWordsOfBareValue = 5;
/// In heights of a line's words.
constexpr double widestGapRight = 22;
constexpr double widestGapBelow = 1.9;

bool hasDigit(const Text &text, const Span &span)
{
    for (int t = span.first; t < span.last; ++t)
        if (std::ranges::any_of(text.tokens[t].text, [](QChar c) { return c.isDigit(); }))
            return true;
    return false;
}

bool hasWord(const Text &text, const Span &span)
{
    for (int t = span.first; t < span.last; ++t)
        if (std::ranges::count_if(text.tokens[t].text, [](QChar c) { return c.isLetter(); }) >= 2)
            return true;
    return false;
}

bool isNoise(const QString &word)
{
    const auto &noise = member(engineData("proposal"), "noise");
    return std::ranges::any_of(noise, [&word](const Json &one) { return toQString(one) == word; });
}

class PairFinder
{
public:
    PairFinder(const Workspace &workspace, const std::vector<Span> &without)
        : m_workspace(workspace), m_text(workspace.text), m_without(without)
    {
    }

    std::vector<FieldPair> find()
    {
        for (std::size_t s = 0; s < m_text.segments.size(); ++s)
            if (const auto &segment = m_text.segments[s]; !isLeftOut(segment.line))
                if (!findInside(segment) && isLabel(segment.tokens))
                    findBeside(int(s));
        return std::move(m_pairs);
    }

private:
    bool isLeftOut(int line) const
    {
        return std::ranges::any_of(m_without,
                                   [line](const Span &span) { return span.first <= line && line < span.last; });
    }

    bool endsWithColon(const Span &span) const
    {
        return !span.isEmpty() && m_text.tokens[span.last - 1].text.endsWith(u':');
    }

    bool isShortLabel(const Span &span) const
    {
        if (span.isEmpty() || span.size() > mostLabelWords || !hasWord(m_text, span))
            return false;
        const auto text = m_text.textOf(span);
        const auto words = sentenceWords(text);
        // Addresses of the net are values.
        if (text.contains(u'@') || text.contains("//"_L1))
            return false;
        return !words.isEmpty() && std::ranges::none_of(words, isNoise);
    }

    /// The words before an explanation in brackets: "Date of birth (day / month / year)".
    Span withoutBrackets(const Span &span) const
    {
        for (int t = span.first + 1; t < span.last; ++t)
            if (m_text.tokens[t].text.startsWith(u'(') && m_text.tokens[span.last - 1].text.contains(u')'))
                return {span.first, t};
        return span;
    }

    /// A segment that can only be a label: with a colon, or of words that labels have.
    bool isLabel(const Span &whole) const
    {
        const auto span = withoutBrackets(whole);
        if (!isShortLabel(span))
            return false;
        if (endsWithColon(span) || endsWithColon(whole))
            return true;
        if (hasDigit(m_text, span))
            return false;
        const auto words = sentenceWords(m_text.textOf(span));
        const auto known = std::ranges::count_if(words, [](const QString &w) { return Lexicon::standard().knows(w); });
        return m_workspace.labels.looksLikeLabel(span) || (words.size() <= 3 && 2 * known >= words.size());
    }

    /// `surely`: behind a colon anything short is a value.
    bool isValue(const Span &span, bool surely) const
    {
        if (span.isEmpty() || span.size() > mostValueWords || isLabel(span))
            return false;
        const auto words = sentenceWords(m_text.textOf(span));
        if (words.isEmpty() || isNoise(words.front()))
            return false;
        return surely || hasDigit(m_text, span) ||
               (span.size() <= mostWordsOfBareValue && !m_text.tokens[span.last - 1].text.endsWith(u'.'));
    }

    void add(const Span &label, const Span &value)
    {
        const auto words = key(m_text.textOf(label));
        if (words.isEmpty() || m_seen.contains(words))
            return;
        m_seen.insert(words);
        m_pairs.push_back({label, value});
    }

    /// Every "Label: value" of one segment. True when there was one.
    bool findInside(const Segment &segment)
    {
        const auto &tokens = segment.tokens;
        bool found = false;
        for (int start = tokens.first; start < tokens.last;) {
            int colon = start;
            while (colon < tokens.last && !m_text.tokens[colon].text.endsWith(u':'))
                ++colon;
            const Span label{start, colon + 1};
            if (colon + 1 >= tokens.last || !isShortLabel(label))
                return found;
            Span value{colon + 1, tokens.last};
            const auto next = m_workspace.labels.nextLabel(value);
            value.last = next;
            if (isValue(value, true)) {
                add(label, value);
                found = true;
            }
            start = next;
        }
        return found;
    }

    void findBeside(int index)
    {
        const auto &segment = m_text.segments[index];
        const auto surely = endsWithColon(segment.tokens);
        const auto label = withoutBrackets(segment.tokens);
        const auto height = std::max(1.0, m_text.lines[segment.line].wordHeight);
        if (index + 1 < int(m_text.segments.size())) {
            const auto &right = m_text.segments[index + 1];
            const auto gap = right.box.left() - segment.box.right();
            if (right.line == segment.line && gap < widestGapRight * height && isValue(right.tokens, surely)) {
                add(label, right.tokens);
                return;
            }
        }
        const auto &page = m_text.page(segment.page);
        if (segment.line + 1 >= page.lines.last || isLeftOut(segment.line + 1))
            return;
        const auto &line = m_text.lines[segment.line + 1];
        for (int s = line.segments.first; s < line.segments.last; ++s) {
            const auto &below = m_text.segments[s];
            const auto shared =
                std::min(below.box.right(), segment.box.right()) - std::max(below.box.left(), segment.box.left());
            if (below.box.top() - segment.box.bottom() < widestGapBelow * height && shared > 0 &&
                isValue(below.tokens, surely)) {
                add(label, below.tokens);
                return;
            }
        }
    }

    const Workspace &m_workspace;
    const Text &m_text;
    const std::vector<Span> &m_without;
    QSet<QString> m_seen;
    std::vector<FieldPair> m_pairs;
};

} // namespace

std::vector<FieldPair> findPairs(const Workspace &workspace, const std::vector<Span> &without)
{
    return PairFinder(workspace, without).find();
}

} // namespace xs::engine
