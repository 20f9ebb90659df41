// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fields/labelrows.h"

#include "engine/text/words.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr double leastLabel = 0.6;
/// In heights of the head's words.
constexpr double farthestValues = 2.5;
constexpr double sameEdge = 1.2;
constexpr int fewestOfLongHead = 4;
constexpr int mostOfRest = 2;
/// "12. Port / airport"
constexpr int mostWordsOfNumbering = 1;

bool isBelow(const QRectF &value, const QRectF &head)
{
    const auto slack = sameEdge * std::max(head.height(), value.height());
    return std::abs(value.left() - head.left()) < slack || std::abs(value.right() - head.right()) < slack ||
           std::abs(value.center().x() - head.center().x()) < slack;
}

/// Whether every value stands below the head of its own place, as in the cells of a table with two rows.
bool areInCells(const Text &text, const Line &head, const Line &values)
{
    if (head.segments.size() != values.segments.size() || head.segments.size() < fewestOfLongHead)
        return false;
    for (int i = 0; i < head.segments.size(); ++i) {
        const auto &label = text.segments[head.segments.first + i].box,
                   &value = text.segments[values.segments.first + i].box;
        if (std::min(label.right(), value.right()) <= std::max(label.left(), value.left()))
            return false;
    }
    return true;
}

bool isMark(const QString &word)
{
    return word == "/"_L1 || word == "|"_L1;
}

/// Marks in brackets part nothing: "(day / month / year)" is the form of one value.
std::vector<Span> partsOf(const Text &text, const Span &span)
{
    std::vector<Span> parts{{span.first, span.first}};
    qsizetype open = 0;
    for (int t = span.first; t < span.last; ++t) {
        const auto &word = text.tokens[t].text;
        open += word.count(u'(') - word.count(u')');
        if (open <= 0 && isMark(word))
            parts.push_back({t + 1, t + 1});
        else
            parts.back().last = t + 1;
    }
    return parts;
}

} // namespace

HeadRows::HeadRows(const Text &text, const std::vector<std::vector<LabelHit>> &hits)
    : m_heads(text.lines.size(), false), m_cells(text.segments.size(), -1)
{
    std::vector<bool> labels(text.segments.size(), false), whole(text.segments.size(), false);
    for (const auto &list : hits)
        for (const auto &hit : list)
            if (hit.similarity >= leastLabel && hit.startsSegment && !hit.endsWithColon) {
                labels[std::size_t(hit.segment)] = true;
                if (hit.endsSegment)
                    whole[std::size_t(hit.segment)] = true;
            }
    for (int line = 0; line + 1 < int(text.lines.size()); ++line)
        m_heads[std::size_t(line)] = isHead(text, line, labels, whole);
}

bool HeadRows::isHead(const Text &text, int line, const std::vector<bool> &labels, const std::vector<bool> &whole)
{
    const auto &head = text.lines[line];
    // One or two labels of many may go on in a second line.
    const auto &next = text.lines[line + 1];
    const auto isRest = head.segments.size() >= fewestOfLongHead && next.segments.size() <= mostOfRest &&
                        line + 2 < int(text.lines.size()) && text.lines[line + 2].segments.size() > mostOfRest;
    const auto &values = isRest ? text.lines[line + 2] : next;
    const auto countLabels = [&labels](const Line &l) {
        return std::count(labels.begin() + l.segments.first, labels.begin() + l.segments.last, true);
    };
    const auto named = countLabels(head);
    for (int s = head.segments.first; s < head.segments.last; ++s) {
        // A label with a colon has its value beside it.
        if (text.tokens[text.segments[s].tokens.last - 1].text.endsWith(u':'))
            return false;
        // "Net 30 days" begins as a label does and is a value.
        if (!whole[std::size_t(s)] && std::any_of(text.tokens.begin() + text.segments[s].tokens.first,
                                                  text.tokens.begin() + text.segments[s].tokens.last,
                                                  [](const Token &t) { return hasDigit(t.text); }))
            return false;
    }
    const auto inCells = areInCells(text, head, values);
    // Beside labels that the schema asks for stand others.
    if (named < 2 || (inCells ? 3 : 2) * named < head.segments.size() || values.page != head.page ||
        values.box.top() - (isRest ? next : head).box.bottom() > farthestValues * head.wordHeight ||
        (isRest && next.box.top() - head.box.bottom() > head.wordHeight) ||
        2 * countLabels(values) > values.segments.size() || countLabels(values) >= named)
        return false;
    for (int i = 0; inCells && i < head.segments.size(); ++i)
        m_cells[std::size_t(head.segments.first + i)] = values.segments.first + i;
    return inCells ||
           std::all_of(text.segments.begin() + values.segments.first, text.segments.begin() + values.segments.last,
                       [&](const Segment &value) {
                           return std::any_of(text.segments.begin() + head.segments.first,
                                              text.segments.begin() + head.segments.last,
                                              [&](const Segment &label) { return isBelow(value.box, label.box); });
                       });
}

std::optional<JoinedLabel> JoinedLabel::around(const FieldSpec &field, const LabelHit &hit, const Text &text)
{
    auto label = text.segments[hit.segment].tokens;
    for (int t = label.first; t < label.last; ++t)
        if (text.tokens[t].text.endsWith(u':'))
            label.last = t + 1;
    const auto parts = partsOf(text, label);
    if (parts.size() < 2 || hit.span.first < label.first || hit.span.last > label.last)
        return {};
    JoinedLabel joined;
    joined.m_count = int(parts.size());
    const auto isWhole = std::ranges::any_of(parts, [&hit](const Span &part) {
        return part.last == hit.span.last && hit.span.first - part.first <= mostWordsOfNumbering;
    });
    if (isWhole && !hasDigit(text.textOf({hit.span.first, label.last})))
        joined.m_names = label;
    double best = -1;
    for (int i = 0; i < joined.m_count; ++i) {
        if (parts[i].isEmpty() || !parts[i].overlaps(hit.span))
            continue;
        const auto bag = Lexicon::standard().bag(sentenceWords(text.textOf(parts[i])));
        // "Delivery note / Date" as a whole labels the note's date: its kind says which part.
        const auto isDate = Lexicon::standard().says(bag, "date"_L1) == (field.kind == ValueKind::Date);
        const auto fit = labelSimilarity(field, bag) + (isDate ? 1 : 0);
        if (fit > best) {
            best = fit;
            joined.m_index = i;
        }
    }
    return joined;
}

std::optional<Span> JoinedLabel::ownPart(const Text &text, const Span &values) const
{
    const auto parts = partsOf(text, values);
    if (int(parts.size()) != m_count || parts[std::size_t(m_index)].isEmpty())
        return {};
    return parts[std::size_t(m_index)];
}

} // namespace xs::engine
