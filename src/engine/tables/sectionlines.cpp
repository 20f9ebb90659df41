// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/sectionlines.h"

#include "engine/fields/sectionnames.h"
#include "engine/text/words.h"

#include <algorithm>

namespace xs::engine {

namespace {

constexpr int mostLines = 240;
constexpr int mostWordsOfHeading = 7;
/// In heights of the heading's words.
constexpr double sameEdge = 1.6;
constexpr double widestPitch = 2;
/// Of the page's height: where feet and running heads stand.
constexpr double margin = 0.1;
/// The share of lines that may cross what parts two columns of a page.
constexpr double mostCrossing = 0.1;

class SectionFinder
{
public:
    SectionFinder(const Segment &head, const Text &text, const SearchArea &area)
        : m_head(head), m_text(text), m_height(std::max(1.0, head.box.height())), m_words(text.textOf(head.tokens)),
          m_lastSegment(area.segments.last)
    {
        m_isTall = m_height > (text.page(head.page).recognised ? 1.25 : 1.12) * text.page(head.page).wordHeight;
        m_shouts = m_words == m_words.toUpper() && m_words != m_words.toLower();
    }

    std::vector<SectionLine> read()
    {
        setEdges();
        auto lines = linesBeside();
        if (lines.empty())
            lines = linesBelow();
        return lines;
    }

private:
    bool isAligned(const Segment &segment) const
    {
        const auto &own = m_head.box, &box = segment.box;
        return std::abs(own.left() - box.left()) <= sameEdge * m_height ||
               std::abs(own.right() - box.right()) <= sameEdge * m_height ||
               std::abs(own.center().x() - box.center().x()) <= sameEdge * m_height;
    }

    bool isHeading(const Segment &segment) const
    {
        if (segment.tokens.size() > mostWordsOfHeading)
            return false;
        const auto words = m_text.textOf(segment.tokens);
        if (words.contains(u','))
            return false;
        const auto shouts =
            m_shouts && words == words.toUpper() && words != words.toLower() && words.size() > 4 && !hasDigit(words);
        const auto isTall = m_isTall && segment.box.height() > 0.95 * m_height;
        if (isTall || (shouts && segment.box.height() > 0.9 * m_height))
            return true;
        return !m_isTall && !m_shouts && segment.box.height() > 0.9 * m_height && isSectionName(words);
    }

    /// Where headings stand at both sides of a gutter, the heading's section ends there.
    void setEdges()
    {
        const auto &page = m_text.page(m_head.page);
        for (int s = page.segments.first; s < page.segments.last; ++s) {
            const auto &other = m_text.segments[s];
            if (other.tokens.size() > mostWordsOfHeading || isAligned(other) ||
                !isSectionName(m_text.textOf(other.tokens)))
                continue;
            const auto top = std::min(other.box.top(), m_head.box.top()) - 1;
            if (other.box.left() > m_head.box.right() + m_height) {
                if (const auto edge = other.box.left() - 0.5 * m_height; edge < m_right && isGutter(edge, top))
                    m_right = edge;
            } else if (other.box.left() < m_head.box.left() - m_height) {
                if (const auto edge = m_head.box.left() - 0.5 * m_height; edge > m_left && isGutter(edge, top))
                    m_left = edge;
            }
        }
    }

    /// Whether what stands on the heading's page below `top` leaves a place free, with something at both sides.
    bool isGutter(double x, double top) const
    {
        const auto &page = m_text.page(m_head.page);
        int lines = 0, crossing = 0;
        for (int l = page.lines.first; l < page.lines.last; ++l) {
            const auto &line = m_text.lines[l];
            if (line.box.top() < top)
                continue;
            ++lines;
            crossing += std::any_of(
                m_text.segments.begin() + line.segments.first, m_text.segments.begin() + line.segments.last,
                [x](const Segment &segment) { return segment.box.left() < x - 1 && segment.box.right() > x + 1; });
        }
        return crossing <= mostCrossing * lines;
    }

    SectionLine partOf(int line, int firstSegment) const
    {
        SectionLine part{line, {}};
        for (int s = firstSegment; s < m_text.lines[line].segments.last && s < m_lastSegment; ++s) {
            const auto middle = m_text.segments[s].box.center().x();
            const auto isInside = m_text.segments[s].page != m_head.page || (middle > m_left && middle < m_right);
            if (isInside)
                part.segments.push_back(s);
        }
        return part;
    }

    /// Feet and running heads stand apart from the text in the page's margins.
    bool isInMargin(int line) const
    {
        const auto &own = m_text.lines[line];
        const auto &page = m_text.page(own.page);
        const auto isApart = [&](int other) {
            if (other < page.lines.first || other >= page.lines.last)
                return true;
            const auto &box = m_text.lines[other].box;
            return std::max(box.top() - own.box.bottom(), own.box.top() - box.bottom()) >
                   widestPitch * std::max(1.0, own.wordHeight);
        };
        if (own.box.top() > (1 - margin) * page.size.height())
            return isApart(line - 1) || isInMarginBelow(line - 1);
        return own.page != m_head.page && own.box.bottom() < margin * page.size.height() && isApart(line + 1);
    }

    bool isInMarginBelow(int line) const
    {
        const auto &page = m_text.page(m_text.lines[line].page);
        return line > page.lines.first && m_text.lines[line].box.top() > (1 - margin) * page.size.height() &&
               isInMargin(line);
    }

    int endOfArea() const
    {
        const auto last = m_text.segments[m_lastSegment - 1].line + 1;
        return std::min(last, m_head.line + mostLines);
    }

    /// What stands right of a heading, where below it is nothing but headings.
    std::vector<SectionLine> linesBeside() const
    {
        const auto own = int(&m_head - m_text.segments.data());
        auto first = partOf(m_head.line, own + 1);
        if (first.segments.empty() || isHeading(m_text.segments[first.segments.front()]))
            return {};
        const auto left = m_text.segments[first.segments.front()].box.left();
        std::vector<SectionLine> lines{std::move(first)};
        for (int l = m_head.line + 1; l < endOfArea(); ++l) {
            if (isInMargin(l))
                continue;
            auto line = partOf(l, m_text.lines[l].segments.first);
            const auto starts =
                std::ranges::find_if(line.segments, [&](int s) { return isAligned(m_text.segments[s]); });
            if (starts != line.segments.end() && m_text.segments[*starts].box.right() < left + m_height)
                return isHeading(m_text.segments[*starts]) ? lines : std::vector<SectionLine>();
            if (!line.segments.empty() &&
                m_text.segments[line.segments.front()].box.left() > left - sameEdge * m_height)
                lines.push_back(std::move(line));
        }
        return lines;
    }

    std::vector<SectionLine> linesBelow() const
    {
        std::vector<SectionLine> lines;
        for (int l = m_head.line + 1; l < endOfArea(); ++l) {
            if (isInMargin(l))
                continue;
            auto line = partOf(l, m_text.lines[l].segments.first);
            if (line.segments.empty())
                continue;
            const auto ends = std::ranges::any_of(line.segments, [this](int s) {
                return isAligned(m_text.segments[s]) && isHeading(m_text.segments[s]);
            });
            if (ends)
                break;
            lines.push_back(std::move(line));
        }
        return lines;
    }

    const Segment &m_head;
    const Text &m_text;
    const double m_height;
    const QString m_words;
    const int m_lastSegment;
    bool m_isTall = false;
    bool m_shouts = false;
    double m_left = -1e9;
    double m_right = 1e9;
};

} // namespace

std::vector<SectionLine> linesUnder(const Segment &head, const Text &text, const SearchArea &area)
{
    return SectionFinder(head, text, area).read();
}

} // namespace xs::engine
