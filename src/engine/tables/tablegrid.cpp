// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/tablegrid.h"

#include "engine/text/words.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

namespace xs::engine {

namespace {

constexpr int fewestRows = 2;
constexpr int mostColumns = 30;
constexpr int mostHeadLines = 7;
/// Distances in heights of the words.
constexpr double widestLineGap = 5;
constexpr double widestHeadGap = 2.2;
constexpr double widestRowGap = 1.5;
constexpr double widestColumnGap = 0.7;
/// A narrow gap parts a column of figures from words only.
constexpr double narrowestGap = 0.2;
constexpr int fewestRowsOfNarrowGap = 4;
constexpr double mostlyFigures = 0.8;
constexpr double seldomFigures = 0.3;
constexpr double blank = 0.5;
/// Lines that do not fit may stand between rows: notes, headings of groups.
constexpr int mostMisfits = 3;
/// A table with so many rows and gaps between columns is surely one.
constexpr std::size_t fewestRowsOfTable = 4;
constexpr std::size_t mostLowerParts = 2;
constexpr int mostBreaks = 6;
constexpr std::ptrdiff_t fewestGapsOfTable = 3;
/// The share of rows whose words may stand in a gap; one of a few rows, and two where both sides are well filled.
constexpr double mostCrossing = 0.04;
constexpr std::size_t fewestRowsOfCrossing = 6;
constexpr std::size_t fewestRowsOfTwoCrossing = 8;

bool isFigure(const QString &word)
{
    const auto digits = digitsIn(word);
    return digits > 0 && 2 * digits >= word.size();
}

/// How many words stand at each point of the page's width.
class Coverage
{
public:
    Coverage(double left, double right) : m_left(left), m_counts(std::size_t(std::max(1.0, right - left)) + 2, 0) {}

    void add(double from, double to)
    {
        const auto first = std::max(0, int(std::floor(from - m_left + 0.5)));
        const auto last = std::min(size() - 1, int(std::ceil(to - m_left - 0.5)));
        if (first < last) {
            ++m_counts[std::size_t(first)];
            --m_counts[std::size_t(last)];
        }
    }
    /// After all words, before the first point is asked for: sums up where words begin and end.
    void finish() { std::partial_sum(m_counts.begin(), m_counts.end(), m_counts.begin()); }
    int size() const { return int(m_counts.size()); }
    int at(int i) const { return m_counts[std::size_t(i)]; }
    double x(int i) const { return m_left + i; }

private:
    double m_left;
    std::vector<int> m_counts;
};

struct Gap
{
    double left;
    double right;
    double middle() const { return (left + right) / 2; }
};

class GridFinder
{
public:
    GridFinder(const Text &text, const Span &segments) : m_text(text), m_segments(segments) {}

    std::vector<Grid> find() const
    {
        std::vector<Grid> grids;
        const auto first = m_text.segments[m_segments.first].line;
        const auto last = m_text.segments[m_segments.last - 1].line + 1;
        for (int l = first; l < last;) {
            const auto rows = rowsFrom(l, last);
            if (int(rows.size()) < fewestRows) {
                ++l;
                continue;
            }
            auto grid = bestGridOf(rows);
            if (grid.columns() < 2) {
                ++l;
                continue;
            }
            l = grid.body.last;
            auto lower = lowerParts(rows, grid);
            lower.insert(lower.begin(), std::move(grid));
            for (auto &part : lower)
                part.above = linesAbove(part.body.first, first);
            std::ranges::move(lower, std::back_inserter(grids));
        }
        return grids;
    }

private:
    bool isRow(int l) const { return m_text.lines[l].segments.size() >= 2; }

    /// Lines of several cells from `first` on that leave at least one gap free together.
    std::vector<int> rowsFrom(int first, int end) const
    {
        std::vector<int> rows;
        if (!isRow(first))
            return rows;
        const auto page = m_text.lines[first].page;
        auto gaps = wideGapsOf(first);
        rows.push_back(first);
        auto bottom = m_text.lines[first].box.bottom();
        int misfits = 0;
        const auto most = std::ssize(gaps);
        for (int l = first + 1; l < end && m_text.lines[l].page == page; ++l) {
            const auto &line = m_text.lines[l];
            const auto apart = (line.box.top() - bottom) / std::max(1.0, line.wordHeight);
            // Lines of another part of the page begin above.
            if (apart > widestLineGap || line.box.bottom() < m_text.lines[rows.back()].box.top())
                break;
            bottom = std::max(bottom, line.box.bottom());
            if (!isRow(l)) {
                // Prose ends a table.
                if (line.tokens.size() > 14 && ++misfits > mostMisfits)
                    break;
                continue;
            }
            auto common = intersected(gaps, line);
            if (common.empty() || 3 * std::ssize(common) < std::min<std::ptrdiff_t>(most, 3)) {
                if (++misfits > mostMisfits)
                    break;
                continue;
            }
            if (apart > widestRowGap && rows.size() >= fewestRowsOfTable && std::ssize(gaps) >= fewestGapsOfTable &&
                (2 * std::ssize(common) < std::ssize(gaps) || isOther(line, m_text.lines[rows.back()])))
                break;
            misfits = 0;
            gaps = std::move(common);
            rows.push_back(l);
        }
        return rows;
    }

    /// Whether a line that stands apart below a row begins something else: few words, no figures.
    bool isOther(const Line &line, const Line &row) const
    {
        return 2 * line.segments.size() <= row.segments.size() && !hasDigit(m_text.textOf(line.tokens));
    }

    std::vector<Gap> wideGapsOf(int l) const
    {
        std::vector<Gap> gaps;
        const auto &line = m_text.lines[l];
        for (int s = line.segments.first; s + 1 < line.segments.last; ++s)
            gaps.push_back({m_text.segments[s].box.right(), m_text.segments[s + 1].box.left()});
        return gaps;
    }

    /// What is left of gaps when a line's words are set into them.
    std::vector<Gap> intersected(const std::vector<Gap> &gaps, const Line &line) const
    {
        std::vector<Gap> left;
        for (const auto &gap : gaps) {
            auto from = gap.left;
            for (int t = line.tokens.first; t <= line.tokens.last; ++t) {
                const auto ends = t == line.tokens.last;
                const auto start = ends ? gap.right : m_text.tokens[t].box.left();
                if (std::min(start, gap.right) - from > widestColumnGap * line.wordHeight)
                    left.push_back({from, std::min(start, gap.right)});
                if (ends || start >= gap.right)
                    break;
                from = std::max(from, m_text.tokens[t].box.right());
            }
        }
        return left;
    }

    /// Heads span columns: lines at the top count only where they do not hide any.
    Grid bestGridOf(const std::vector<int> &rows) const
    {
        Grid best;
        for (std::size_t k = 0; k <= mostHeadLines && k + fewestRows <= rows.size(); ++k) {
            auto grid = gridOf({rows.begin() + std::ptrdiff_t(k), rows.end()});
            if (grid.columns() > best.columns())
                best = std::move(grid);
        }
        cutColumns(best, {std::ranges::find(rows, best.body.first), rows.end()});
        return best;
    }

    /// Lines of cells above a table without a head may look like its rows: what is below headings and gaps, where it
    /// has other columns.
    std::vector<Grid> lowerParts(const std::vector<int> &rows, const Grid &whole) const
    {
        std::vector<Grid> parts;
        int tried = 0;
        for (std::size_t k = 1; k + fewestRowsOfTable <= rows.size() && parts.size() < mostLowerParts; ++k) {
            const auto &above = m_text.lines[rows[k - 1]], &here = m_text.lines[rows[k]];
            const auto isBreak =
                rows[k] > rows[k - 1] + 1 || here.box.top() - above.box.bottom() > widestRowGap * here.wordHeight;
            if (!isBreak)
                continue;
            if (++tried > mostBreaks)
                break;
            auto lower = gridOf({rows.begin() + std::ptrdiff_t(k), rows.end()});
            if (lower.columns() >= whole.columns() - 1 && lower.edges != (parts.empty() ? whole : parts.back()).edges)
                parts.push_back(std::move(lower));
        }
        return parts;
    }

    Grid gridOf(const std::vector<int> &rows) const
    {
        Grid grid;
        grid.page = m_text.lines[rows.front()].page;
        grid.body = {rows.front(), rows.back() + 1};
        double left = 1e9, right = -1e9, height = 0;
        for (const auto l : rows) {
            left = std::min(left, m_text.lines[l].box.left());
            right = std::max(right, m_text.lines[l].box.right());
            height += m_text.lines[l].wordHeight / double(rows.size());
        }
        Coverage coverage(left, right);
        for (const auto l : rows)
            for (int t = m_text.lines[l].tokens.first; t < m_text.lines[l].tokens.last; ++t)
                coverage.add(m_text.tokens[t].box.left(), m_text.tokens[t].box.right());
        coverage.finish();
        const auto crossing =
            std::max(int(mostCrossing * double(rows.size())), rows.size() >= fewestRowsOfCrossing ? 1 : 0);
        grid.edges.push_back(-1e6);
        int start = -1;
        for (int i = 0; i < coverage.size(); ++i) {
            const auto free = coverage.at(i) <= crossing;
            if (free && start < 0)
                start = i;
            if (free || start < 0)
                continue;
            const Gap gap{coverage.x(start), coverage.x(i)};
            if (start > 0 && isBorder(gap, rows, height, grid.edges.back()) && int(grid.edges.size()) < mostColumns)
                grid.edges.push_back(gap.middle());
            start = -1;
        }
        grid.edges.push_back(1e6);
        return grid;
    }

    /// Cuts columns once more where two rows have words over the gap and most rows have some on both sides of it.
    void cutColumns(Grid &grid, const std::vector<int> &rows) const
    {
        if (rows.size() < fewestRowsOfTwoCrossing || grid.columns() < 2)
            return;
        double height = 0;
        // Words of a head span columns.
        std::vector<int> figures;
        for (const auto l : rows) {
            height += m_text.lines[l].wordHeight / double(rows.size());
            if (hasDigit(m_text.textOf(m_text.lines[l].tokens)))
                figures.push_back(l);
        }
        for (std::size_t c = 0; c + 1 < grid.edges.size() && int(grid.edges.size()) < mostColumns; ++c) {
            std::vector<std::pair<double, double>> words;
            double left = 1e9, right = -1e9;
            for (const auto l : figures)
                for (int t = m_text.lines[l].tokens.first; t < m_text.lines[l].tokens.last; ++t) {
                    const auto &box = m_text.tokens[t].box;
                    if (box.center().x() < grid.edges[c] || box.center().x() >= grid.edges[c + 1])
                        continue;
                    words.emplace_back(box.left(), box.right());
                    left = std::min(left, box.left());
                    right = std::max(right, box.right());
                }
            if (words.empty())
                continue;
            Coverage coverage(left, right);
            for (const auto &[from, to] : words)
                coverage.add(from, to);
            coverage.finish();
            int start = -1;
            for (int i = 0; i < coverage.size(); ++i) {
                if (coverage.at(i) <= 2) {
                    start = start < 0 ? i : start;
                    continue;
                }
                const Gap gap{coverage.x(std::max(start, 0)), coverage.x(i)};
                if (start > 0 && gap.right - gap.left >= widestColumnGap * height &&
                    isFilledBeside(gap, rows, grid.edges[c], grid.edges[c + 1])) {
                    grid.edges.insert(grid.edges.begin() + std::ptrdiff_t(c) + 1, gap.middle());
                    break;
                }
                start = -1;
            }
        }
    }

    /// Whether most rows have words on both sides of a gap in a column.
    bool isFilledBeside(const Gap &gap, const std::vector<int> &rows, double left, double right) const
    {
        std::size_t both = 0;
        for (const auto l : rows) {
            bool before = false, behind = false;
            for (int t = m_text.lines[l].tokens.first; t < m_text.lines[l].tokens.last; ++t) {
                const auto x = m_text.tokens[t].box.center().x();
                before |= x > left && x < gap.left;
                behind |= x > gap.right && x < right;
            }
            both += before && behind;
        }
        return 3 * both >= 2 * rows.size();
    }

    /// Whether columns meet in a gap: a wide one, or a narrow one between figures and words.
    bool isBorder(const Gap &gap, const std::vector<int> &rows, double height, double columnLeft) const
    {
        const auto width = gap.right - gap.left;
        if (width >= widestColumnGap * height)
            return true;
        if (width < narrowestGap * height || int(rows.size()) < fewestRowsOfNarrowGap)
            return false;
        int figures[2] = {0, 0}, words[2] = {0, 0}, both = 0, close = 0;
        for (const auto l : rows) {
            int before = -1, behind = -1;
            for (int t = m_text.lines[l].tokens.first; t < m_text.lines[l].tokens.last; ++t) {
                const auto x = m_text.tokens[t].box.center().x();
                if (x > columnLeft && x < gap.middle())
                    before = t;
                else if (x > gap.middle() && behind < 0)
                    behind = t;
            }
            if (before < 0 || behind < 0)
                continue;
            ++both;
            close += m_text.tokens[behind].box.left() - m_text.tokens[before].box.right() < blank * height;
            const int sides[2] = {before, behind};
            for (int side = 0; side < 2; ++side) {
                ++words[side];
                figures[side] += isFigure(m_text.tokens[sides[side]].text);
            }
        }
        if (both < fewestRowsOfNarrowGap)
            return false;
        const auto share = [&](int side) { return double(figures[side]) / double(words[side]); };
        // "Item 7": a figure that follows its word everywhere at a blank's width goes on with it.
        const auto isWritten = close >= mostlyFigures * both;
        return (share(0) >= mostlyFigures && share(1) <= seldomFigures) ||
               (share(1) >= mostlyFigures && share(0) <= seldomFigures && !isWritten);
    }

    Span linesAbove(int row, int first) const
    {
        Span above{row, row};
        while (above.first > first && row - above.first < mostHeadLines) {
            const auto &upper = m_text.lines[above.first - 1], &lower = m_text.lines[above.first];
            if (upper.page != lower.page ||
                lower.box.top() - upper.box.bottom() > widestHeadGap * std::max(upper.wordHeight, lower.wordHeight))
                break;
            --above.first;
        }
        return above;
    }

    const Text &m_text;
    const Span &m_segments;
};

} // namespace

std::vector<Grid> findGrids(const Text &text, const Span &segments)
{
    return segments.isEmpty() ? std::vector<Grid>() : GridFinder(text, segments).find();
}

} // namespace xs::engine
