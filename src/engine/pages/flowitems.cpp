// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pages/flowitems.h"

#include "engine/text/lines.h"
#include "engine/text/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr int mostHeadingWords = 14;
constexpr double sameSize = 0.12;
/// Larger gaps end a paragraph, in heights of its words and in usual gaps of the text.
constexpr double paragraphGap = 0.55;
constexpr double paragraphGapToUsual = 1.5;
/// A line that ends this far from the right edge was broken on purpose, in widths of the text.
constexpr double earlyEnd = 0.15;

/// One line of running text.
struct FlowLine
{
    PieceRow row;
    QString text;
    QString marker;
    ItemLine words;
    /// The gap above.
    double gap = 0;
    bool isHeading = false;
};

class FlowReader
{
public:
    FlowReader(const Text &text, const std::vector<PieceRow> &rows, double headingHeight)
        : m_text(text), m_headingHeight(headingHeight)
    {
        for (const auto &row : rows)
            addLines(row);
        std::vector<double> gaps;
        for (const auto &line : m_lines) {
            if (&line != &m_lines.front())
                gaps.push_back(std::max(0.0, line.gap));
            m_box = m_box.isNull() ? line.row.box : m_box.united(line.row.box);
        }
        m_usualGap = median(std::move(gaps));
    }

    std::vector<PageItem> read()
    {
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            const auto &line = m_lines[i];
            const auto *before = i > 0 ? &m_lines[i - 1] : nullptr;
            if (line.isHeading)
                addHeading(line, before);
            else if (startsEntry(i))
                addEntry(line, before);
            else
                addText(line, before);
        }
        return std::move(m_items);
    }

private:
    /// Headings that stand beside each other are several.
    void addLines(const PieceRow &row)
    {
        if (row.wordHeight < m_headingHeight || row.pieces.size() == 1) {
            m_lines.push_back(lineOf(row));
            return;
        }
        for (const auto &piece : row.pieces)
            m_lines.push_back(lineOf({{piece}, piece.box, row.wordHeight}));
    }

    FlowLine lineOf(const PieceRow &row) const
    {
        FlowLine line;
        line.row = row;
        const Span tokens{row.pieces.front().tokens.first, row.pieces.back().tokens.last};
        QStringList pieces;
        for (const auto &piece : row.pieces) {
            pieces << m_text.textOf(piece.tokens);
            std::ranges::copy(wordsOf(m_text, piece.tokens), std::back_inserter(line.words));
        }
        line.text = pieces.join(u' ');
        const auto &first = m_text.tokens[tokens.first].text;
        if (tokens.size() > 1 && isListMarker(first))
            line.marker = first;
        line.gap = m_lines.empty() ? 0 : row.box.top() - m_lines.back().row.box.bottom();
        const auto letters = lettersIn(line.text);
        line.isHeading = row.wordHeight >= m_headingHeight && letters >= 3 && tokens.size() <= mostHeadingWords;
        return line;
    }

    bool isSameSize(const FlowLine &a, const FlowLine &b) const
    {
        return std::abs(a.row.wordHeight - b.row.wordHeight) <= sameSize * std::max(a.row.wordHeight, b.row.wordHeight);
    }

    bool isClose(const FlowLine &line) const
    {
        return line.gap <= std::max(paragraphGap * line.row.wordHeight, paragraphGapToUsual * m_usualGap) &&
               line.gap <= 1.5 * line.row.wordHeight;
    }

    /// A round or square bullet is enough; numbers, letters and dashes need another entry near, because sentences
    /// begin with them too.
    bool startsEntry(std::size_t i) const
    {
        const auto &marker = m_lines[i].marker;
        return !marker.isEmpty() && (u"•▪◦‣●○■☐☒☑"_s.contains(marker) || hasNeighbour(i));
    }

    /// Whether another entry with a marker of this kind stands at the same left edge.
    bool hasNeighbour(std::size_t i) const
    {
        const auto &line = m_lines[i];
        return std::ranges::any_of(m_lines, [&line](const FlowLine &other) {
            return &other != &line && !other.marker.isEmpty() &&
                   other.marker.back().category() == line.marker.back().category() &&
                   std::abs(other.row.box.left() - line.row.box.left()) < line.row.wordHeight;
        });
    }

    void begin(PageItem::Kind kind, const FlowLine &line)
    {
        PageItem item;
        item.kind = kind;
        item.box = line.row.box;
        item.wordHeight = line.row.wordHeight;
        m_items.push_back(std::move(item));
    }

    void extend(const FlowLine &line)
    {
        auto &item = m_items.back();
        item.lines << line.text;
        item.wordLines.push_back(line.words);
        item.box = item.box.united(line.row.box);
    }

    bool continues(PageItem::Kind kind, const FlowLine &line, const FlowLine *before) const
    {
        return before && !m_items.empty() && m_items.back().kind == kind && isSameSize(line, *before) && isClose(line);
    }

    void addHeading(const FlowLine &line, const FlowLine *before)
    {
        const auto below = line.gap > -0.5 * line.row.wordHeight;
        if (!below || !continues(PageItem::Kind::Heading, line, before))
            begin(PageItem::Kind::Heading, line);
        auto &text = m_items.back().text;
        text = (text + u' ' + line.text).trimmed();
        extend(line);
    }

    void addEntry(const FlowLine &line, const FlowLine *before)
    {
        const auto ordered = line.marker.size() > 1;
        const auto goesOn = before && !m_items.empty() && m_items.back().kind == PageItem::Kind::List &&
                            m_items.back().ordered == ordered;
        if (!goesOn)
            begin(PageItem::Kind::List, line);
        m_items.back().ordered = ordered;
        m_items.back().entries.push_back({line.marker, line.text.mid(line.marker.size()).trimmed()});
        extend(line);
    }

    void addText(const FlowLine &line, const FlowLine *before)
    {
        if (before && !m_items.empty() && m_items.back().kind == PageItem::Kind::List && isClose(line) &&
            line.row.box.left() > entryLeft(m_items.back()) + 0.5 * line.row.wordHeight) {
            m_items.back().entries.back().text += u' ' + line.text;
            extend(line);
            return;
        }
        if (!continues(PageItem::Kind::Text, line, before))
            begin(PageItem::Kind::Text, line);
        auto &text = m_items.back().text;
        if (!text.isEmpty())
            text += endedEarly(*before) ? u'\n' : u' ';
        text += line.text;
        extend(line);
    }

    static double entryLeft(const PageItem &list) { return list.box.left(); }

    bool endedEarly(const FlowLine &line) const
    {
        return m_box.right() - line.row.box.right() > earlyEnd * m_box.width();
    }

    const Text &m_text;
    std::vector<FlowLine> m_lines;
    std::vector<PageItem> m_items;
    QRectF m_box;
    double m_usualGap = 0;
    double m_headingHeight = 0;
};

} // namespace

ItemLine wordsOf(const Text &text, const Span &span)
{
    ItemLine words;
    for (int t = span.first; t < span.last; ++t)
        words.push_back({text.tokens[t].text, text.tokens[t].box});
    return words;
}

std::vector<PageItem> flowItems(const Text &text, const std::vector<PieceRow> &rows, double headingHeight)
{
    return FlowReader(text, rows, headingHeight).read();
}

} // namespace xs::engine
