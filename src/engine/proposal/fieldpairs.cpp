// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/proposal/fieldpairs.h"

#include "engine/proposal/fielddraft.h"
#include "engine/text/addresswords.h"
#include "engine/text/data.h"
#include "engine/text/words.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr int mostLabelWords = 5;
constexpr int mostValueWords = 14;
/// Words below words are a heading with its text as often as a label with its value.
constexpr int mostWordsOfBareValue = 5;
/// "4 May 2026".
constexpr int mostWordsOfUnmarkedValue = 3;
/// In heights of a line's words.
constexpr double widestGapRight = 22;
constexpr double widestGapBelow = 1.9;
constexpr double sameEdge = 0.4;
constexpr int mostLinesApart = 4;

bool hasWord(const Text &text, const Span &span)
{
    for (int t = span.first; t < span.last; ++t)
        if (lettersIn(text.tokens[t].text) >= 2)
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
                if (!isValueOfPair(segment) && !findInside(segment) && !findUnmarked(segment.tokens) &&
                    (isLabel(segment.tokens) || isAmongLabels(int(s))))
                    findBeside(int(s));
        return std::move(m_pairs);
    }

private:
    bool isLeftOut(int line) const
    {
        return std::ranges::any_of(m_without,
                                   [line](const Span &span) { return span.first <= line && line < span.last; });
    }

    bool isValueOfPair(const Segment &segment) const
    {
        return std::ranges::any_of(m_pairs, [&segment](const FieldPair &pair) { return pair.value == segment.tokens; });
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
        // A company's name stands over its address and beside the document's title, and labels neither.
        if (!endsWithColon(span) && isCompanyForm(m_text.tokens[span.last - 1].text))
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
        if (hasDigit(m_text.textOf(span)))
            return false;
        const auto words = sentenceWords(m_text.textOf(span));
        const auto known = std::ranges::count_if(words, [](const QString &w) { return Lexicon::standard().knows(w); });
        return m_workspace.labels.looksLikeLabel(span) || (words.size() <= 3 && 2 * known >= words.size());
    }

    bool mayLabel(const Span &whole) const
    {
        const auto span = withoutBrackets(whole);
        return isShortLabel(span) && !hasDigit(m_text.textOf(span));
    }

    /// Words that nobody knows, in a row of labels (half of the line's pieces at least) or in a column of them, each
    /// with its value to the right at the same place.
    bool isAmongLabels(int index) const
    {
        return mayLabel(m_text.segments[index].tokens) && (isInLabelRow(index) || isInLabelColumn(index));
    }

    bool isInLabelRow(int index) const
    {
        const auto &line = m_text.lines[m_text.segments[index].line].segments;
        int labels = 0;
        for (int s = line.first; s < line.last; ++s) {
            if (!mayLabel(m_text.segments[s].tokens))
                return false;
            labels += isLabel(m_text.segments[s].tokens) ? 1 : 0;
        }
        return labels > 0 && 2 * labels >= line.size();
    }

    bool isInLabelColumn(int index) const
    {
        const auto &own = m_text.segments[index];
        const auto &page = m_text.page(own.page).lines;
        const auto stands = [&](const Segment &a, const Segment &b) {
            return std::abs(a.box.left() - b.box.left()) <= sameEdge * m_text.lines[own.line].wordHeight;
        };
        // Lines of one or two labels with their values; tables have other lines.
        const auto leads = [&](int s) {
            const auto &line = m_text.lines[m_text.segments[s].line].segments;
            return (line.size() == 2 || line.size() == 4) && (s - line.first) % 2 == 0;
        };
        if (!leads(index))
            return false;
        for (int l = std::max(page.first, own.line - mostLinesApart);
             l < std::min(page.last, own.line + mostLinesApart + 1); ++l) {
            const auto &line = m_text.lines[l].segments;
            for (int s = line.first; l != own.line && s < line.last; ++s)
                if (leads(s) && stands(own, m_text.segments[s]) && isLabel(m_text.segments[s].tokens) &&
                    !isInLabelRow(s) && stands(m_text.segments[index + 1], m_text.segments[s + 1]))
                    return true;
        }
        return false;
    }

    /// `surely`: behind a colon anything short is a value.
    bool isValue(const Span &span, bool surely) const
    {
        if (span.isEmpty() || span.size() > mostValueWords || isLabel(span))
            return false;
        const auto words = sentenceWords(m_text.textOf(span));
        if (words.isEmpty() || isNoise(words.front()))
            return false;
        return surely || hasDigit(m_text.textOf(span)) ||
               (span.size() <= mostWordsOfBareValue && !m_text.tokens[span.last - 1].text.endsWith(u'.'));
    }

    /// Whether it says itself what it is ("Invoice number: 20419").
    bool hasLabelInside(const Span &span) const
    {
        for (int t = span.first; t + 1 < span.last; ++t)
            if (m_text.tokens[t].text.endsWith(u':') && isShortLabel({span.first, t + 1}))
                return true;
        return false;
    }

    void add(const Span &label, const Span &value, bool hasNumberSign = false)
    {
        const auto words = key(m_text.textOf(label));
        if (words.isEmpty() || m_seen.contains(words))
            return;
        m_seen.insert(words);
        m_pairs.push_back({label, value, hasNumberSign});
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

    /// Words that label numbers or dates, and one behind them without a colon: "Invoice #398", "Date 4 May 2026".
    bool findUnmarked(const Span &tokens)
    {
        const auto isSign = [this](int t) { return m_text.tokens[t].text.startsWith(u'#'); };
        int start = tokens.first;
        while (start < tokens.last && !hasDigit(m_text.tokens[start].text) && (start == tokens.first || !isSign(start)))
            ++start;
        const Span label{tokens.first, start}, value{start, tokens.last};
        if (label.isEmpty() || value.isEmpty() || value.size() > mostWordsOfUnmarkedValue || !isLabel(label))
            return false;
        const auto words = m_text.textOf(label) + (isSign(start) ? u" #"_s : QString());
        const auto kind = impliedKind(Lexicon::standard().bag(nameParts(fieldName(words))));
        const auto isNumber = kind == ValueKind::Identifier && value.size() == 1;
        const auto dates = m_workspace.occurrences.in(value, ValueKind::Date);
        const auto isDate = kind == ValueKind::Date && dates.size() == 1 && dates.front().span == value;
        if (!isNumber && !isDate)
            return false;
        add(label, value, isSign(start));
        return true;
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
            if (right.line == segment.line && gap < widestGapRight * height && !isAmongLabels(index + 1) &&
                isValue(right.tokens, surely) && !hasLabelInside(right.tokens)) {
                add(label, right.tokens);
                return;
            }
        }
        const auto &page = m_text.page(segment.page);
        if (segment.line + 1 >= page.lines.last || isLeftOut(segment.line + 1))
            return;
        const auto &line = m_text.lines[segment.line + 1];
        // Below a row of labels each cell is a value, whatever it says.
        if (const auto &own = m_text.lines[segment.line].segments;
            own.size() > 2 && own.size() == line.segments.size() && isInLabelRow(index) &&
            !isInLabelRow(line.segments.first)) {
            const auto &below = m_text.segments[line.segments.first + index - own.first];
            if (below.box.top() - segment.box.bottom() < widestGapBelow * height &&
                below.tokens.size() <= mostValueWords)
                add(label, below.tokens);
            return;
        }
        for (int s = line.segments.first; s < line.segments.last; ++s) {
            const auto &below = m_text.segments[s];
            const auto shared =
                std::min(below.box.right(), segment.box.right()) - std::max(below.box.left(), segment.box.left());
            if (below.box.top() - segment.box.bottom() < widestGapBelow * height && shared > 0 &&
                isValue(below.tokens, surely) && !hasLabelInside(below.tokens)) {
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
