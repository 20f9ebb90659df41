// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/sectionentries.h"

#include "engine/candidates/values.h"
#include "engine/text/words.h"

#include <algorithm>

namespace xs::engine {

namespace {

constexpr int mostEntries = 60;
constexpr int mostWordsOfPeriod = 9;
/// "Since", "from", "depuis" before a period.
constexpr int mostWordsBeforePeriod = 1;
constexpr int mostWordsOfTitle = 16;
constexpr int mostWordsOfSecondLine = 9;
/// In heights of the heading's words.
constexpr double farthestIndent = 1.6;
constexpr double farthestFirst = 4;
constexpr double widestTitleGap = 2.2;

class SectionReader
{
public:
    SectionReader(const Workspace &workspace, const SearchArea &area)
        : m_workspace(workspace), m_text(workspace.text), m_area(area)
    {
    }

    std::vector<SectionEntry> read(const Segment &head) const
    {
        const auto column = columnOf(head);
        std::vector<std::optional<Span>> periods;
        for (const auto segment : column)
            periods.push_back(periodBeside(segment));
        const auto first = std::ranges::find_if(periods, [](const auto &p) { return p.has_value(); });
        if (first == periods.end())
            return {};
        const auto titleAbove = first != periods.begin();
        if (const auto beside = titleAbove ? std::nullopt : textBeside(column.front()))
            return entriesBeside(column, *beside);
        return entriesWithin(column, periods, titleAbove);
    }

private:
    /// Below the heading, or, where headings stand in a column of their own, beside it.
    std::vector<int> columnOf(const Segment &head) const
    {
        auto column = columnBeside(head);
        return column.empty() ? columnUnder(head) : column;
    }

    /// The segments in line with the one beside a heading, down to the next heading. None where something else than
    /// headings stands below it, or where what stands beside is a period or a heading itself.
    std::vector<int> columnBeside(const Segment &head) const
    {
        const auto height = std::max(1.0, head.box.height());
        const auto &line = m_text.lines[head.line];
        const auto own = segmentOf(head);
        const auto beside = own + 1;
        if (beside >= line.segments.last || isHeading(m_text.segments[beside], head) ||
            periodIn(m_text.segments[beside].tokens))
            return {};
        const auto left = m_text.segments[beside].box.left();
        std::vector<int> column{beside};
        const auto last = lastLine(head);
        for (int l = head.line + 1; l < last; ++l)
            for (int s = m_text.lines[l].segments.first; s < m_text.lines[l].segments.last; ++s) {
                const auto &segment = m_text.segments[s];
                if (std::abs(segment.box.left() - head.box.left()) <= farthestIndent * height)
                    return isHeading(segment, head) ? column : std::vector<int>();
                if (std::abs(segment.box.left() - left) <= farthestIndent * height &&
                    m_text.tokens[segment.tokens.first].text.size() > 1)
                    column.push_back(s);
            }
        return column;
    }

    int segmentOf(const Segment &segment) const { return int(&segment - m_text.segments.data()); }

    int lastLine(const Segment &head) const
    {
        return std::min(m_text.page(head.page).lines.last, m_text.segments[m_area.segments.last - 1].line + 1);
    }

    /// The text right of a period that fills the segment at its left.
    std::optional<int> textBeside(int segment) const
    {
        const auto &own = m_text.segments[segment];
        const auto period = periodIn(own.tokens);
        const auto beside = segment + 1;
        if (!period || period->first - own.tokens.first > mostWordsBeforePeriod ||
            beside >= m_text.lines[own.line].segments.last || periodIn(m_text.segments[beside].tokens))
            return {};
        return beside;
    }

    /// Periods at the left, what they are for at the right, in lines that start where `first` does.
    std::vector<SectionEntry> entriesBeside(const std::vector<int> &column, int first) const
    {
        std::vector<SectionEntry> entries;
        const auto left = m_text.segments[first].box.left();
        for (std::size_t i = 0; i < column.size() && int(entries.size()) < mostEntries; ++i) {
            const auto period = periodIn(m_text.segments[column[i]].tokens);
            const auto beside = textBeside(column[i]);
            if (!period || !beside)
                continue;
            const auto line = m_text.segments[column[i]].line;
            SectionEntry entry;
            entry.moments = momentsIn(m_text, *period);
            entry.lines = {line, line + 1};
            entry.title = {lineOf(*beside)};
            if (const auto end = i + 1 < column.size()
                                     ? endBelow(m_text, *period, m_text.segments[column[i + 1]].tokens)
                                     : std::nullopt) {
                entry.moments.push_back(*end);
                ++i;
            }
            addSecondLine(entry, *beside, left, nextPeriodsLine(column, i));
            entries.push_back(std::move(entry));
        }
        return entries;
    }

    int nextPeriodsLine(const std::vector<int> &column, std::size_t at) const
    {
        for (auto i = at + 1; i < column.size(); ++i)
            if (periodIn(m_text.segments[column[i]].tokens))
                return m_text.segments[column[i]].line;
        return m_text.segments[column[at]].line + 3;
    }

    /// A short line close below that is no sentence: the employer below the post, the school below the degree.
    void addSecondLine(SectionEntry &entry, int above, double left, int end) const
    {
        const auto &upper = m_text.segments[above];
        const auto height = std::max(1.0, upper.box.height());
        for (int l = upper.line + 1; l < std::min(end, m_text.page(upper.page).lines.last); ++l)
            for (int s = m_text.lines[l].segments.first; s < m_text.lines[l].segments.last; ++s) {
                const auto &segment = m_text.segments[s];
                if (std::abs(segment.box.left() - left) > farthestIndent * height)
                    continue;
                const auto words = lineOf(s);
                const auto isShort = words.words.size() <= mostWordsOfSecondLine &&
                                     !m_text.tokens[words.words.last - 1].text.endsWith(u'.');
                if (isShort && segment.box.top() - upper.box.bottom() < widestTitleGap * height)
                    entry.title.push_back(words);
                return;
            }
    }

    /// A segment with what stands right of it, unless that is a period.
    EntryLine lineOf(int segment) const
    {
        EntryLine line{lineFrom(segment), {}};
        const auto beside = segment + 1;
        if (beside < m_text.lines[m_text.segments[segment].line].segments.last && beside < m_area.segments.last &&
            !periodIn(m_text.segments[beside].tokens))
            line.beside = m_text.segments[beside].tokens;
        return line;
    }

    /// Entries whose period ends a line of their title, or stands on a line of its own.
    std::vector<SectionEntry> entriesWithin(const std::vector<int> &column,
                                            const std::vector<std::optional<Span>> &periods, bool titleAbove) const
    {
        std::vector<SectionEntry> entries;
        for (std::size_t i = 0; i < column.size() && int(entries.size()) < mostEntries; ++i) {
            if (!periods[i])
                continue;
            SectionEntry entry;
            entry.moments = momentsIn(m_text, *periods[i]);
            const auto line = m_text.segments[column[i]].line;
            entry.lines = {line, line + 1};
            const Span before{lineFrom(column[i]).first, std::min(lineFrom(column[i]).last, periods[i]->first)};
            if (!before.isEmpty() && lettersIn(m_text.textOf(before)) > 2)
                entry.title.push_back({before, {}});
            addLines(entry, column, periods, i, titleAbove);
            if (!entry.title.empty())
                entries.push_back(std::move(entry));
        }
        return entries;
    }

    /// The segments below the heading that start at its left edge, up to the next heading.
    std::vector<int> columnUnder(const Segment &head) const
    {
        std::vector<int> column;
        const auto height = std::max(1.0, head.box.height());
        const auto last = lastLine(head);
        const auto left = leftUnder(head, last);
        for (int l = head.line + 1; l < last; ++l) {
            const auto &line = m_text.lines[l];
            for (int s = line.segments.first; s < line.segments.last; ++s) {
                const auto &segment = m_text.segments[s];
                const auto isUnder = std::abs(segment.box.left() - left) <= farthestIndent * height;
                const auto isBeside = std::abs(segment.box.left() - head.box.left()) <= farthestIndent * height;
                if (!isUnder && !isBeside)
                    continue;
                if (isHeading(segment, head))
                    return column;
                if (!isUnder)
                    continue;
                // A bullet stands alone or before the words of a description.
                if (m_text.tokens[segment.tokens.first].text.size() > 1)
                    column.push_back(s);
                break;
            }
        }
        return column;
    }

    /// Where entries begin: at the heading's left, or as far in as the first of them.
    double leftUnder(const Segment &head, int last) const
    {
        const auto height = std::max(1.0, head.box.height());
        for (int l = head.line + 1; l < last; ++l)
            for (int s = m_text.lines[l].segments.first; s < m_text.lines[l].segments.last; ++s) {
                const auto &segment = m_text.segments[s];
                const auto indent = segment.box.left() - head.box.left();
                if (indent > -farthestIndent * height && indent < farthestFirst * height)
                    return segment.box.left();
            }
        return head.box.left();
    }

    bool isHeading(const Segment &segment, const Segment &head) const
    {
        const auto words = m_text.textOf(segment.tokens), headWords = m_text.textOf(head.tokens);
        const auto shouts = headWords == headWords.toUpper() && words == words.toUpper() && words != words.toLower() &&
                            words.size() > 4 && !hasDigit(words);
        const auto taller =
            segment.box.height() > 0.95 * head.box.height() &&
            head.box.height() > (m_text.page(head.page).recognised ? 1.25 : 1.12) * m_text.page(head.page).wordHeight;
        return shouts || taller;
    }

    /// The words of a line from a segment on: dates often stand apart at the right.
    Span lineFrom(int segment) const
    {
        return {m_text.segments[segment].tokens.first, m_text.segments[segment].tokens.last};
    }

    /// The part of the line that tells a period, from its first month or year on.
    std::optional<Span> periodIn(const Span &words) const
    {
        const auto moments = momentsIn(m_text, words);
        if (moments.empty() || words.last - moments.front().spans.front().first > mostWordsOfPeriod)
            return {};
        return Span{moments.front().spans.front().first, words.last};
    }

    /// A period at the right end of a line that starts in the column.
    std::optional<Span> periodBeside(int segment) const
    {
        if (const auto own = periodIn(lineFrom(segment)))
            return own;
        const auto &line = m_text.lines[m_text.segments[segment].line];
        const auto next = segment + 1;
        if (next >= line.segments.last || next >= m_area.segments.last)
            return {};
        const auto &beside = m_text.segments[next].tokens;
        const auto period = periodIn(beside);
        return period && period->first == beside.first ? period : std::nullopt;
    }

    /// The title's lines close to the period, and the line on its other side.
    void addLines(SectionEntry &entry, const std::vector<int> &column, const std::vector<std::optional<Span>> &periods,
                  std::size_t at, bool titleAbove) const
    {
        const auto close = [&](std::size_t upper, std::size_t lower) {
            const auto &a = m_text.segments[column[upper]].box, &b = m_text.segments[column[lower]].box;
            return b.top() - a.bottom() < widestTitleGap * std::max(1.0, a.height());
        };
        if (titleAbove) {
            std::vector<EntryLine> above;
            for (auto k = at; k > 0 && !periods[k - 1] && above.size() < 2 && close(k - 1, k); --k)
                above.insert(above.begin(), lineOf(column[k - 1]));
            // A note of the entry above may stand closer to it than to this one.
            if (above.size() == 2 && at >= 3 && periods[at - 3])
                above.erase(above.begin());
            entry.title.insert(entry.title.begin(), above.begin(), above.end());
        }
        if (at + 1 >= column.size() || periods[at + 1] || !close(at, at + 1))
            return;
        if (!titleAbove && entry.title.size() < 2) {
            entry.title.push_back(lineOf(column[at + 1]));
            if (entry.title.size() == 1 && at + 2 < column.size() && !periods[at + 2] && close(at + 1, at + 2))
                entry.title.push_back(lineOf(column[at + 2]));
        } else if (lineFrom(column[at + 1]).size() <= mostWordsOfTitle) {
            entry.note = lineOf(column[at + 1]);
        }
    }

    const Workspace &m_workspace;
    const Text &m_text;
    const SearchArea &m_area;
};

} // namespace

std::vector<SectionEntry> entriesOf(const Segment &head, const Workspace &workspace, const SearchArea &area)
{
    return SectionReader(workspace, area).read(head);
}

} // namespace xs::engine
