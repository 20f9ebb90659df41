// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/gridhead.h"

#include "engine/tables/tablecells.h"
#include "engine/text/words.h"

#include <algorithm>

namespace xs::engine {

namespace {

constexpr int mostProbed = 40;
constexpr int mostLinesBeforeHead = 8;
constexpr double widestHeadGap = 2.2;

double sharedWidth(const QRectF &box, const Column &column)
{
    return std::min(box.right(), column.right) - std::max(box.left(), column.left);
}

class HeadFinder
{
public:
    HeadFinder(const Grid &grid, const std::vector<FieldSpec> &fields, const Workspace &workspace,
               const std::vector<TableHead> &named)
        : m_grid(grid), m_fields(fields), m_workspace(workspace), m_text(workspace.text), m_named(named)
    {
    }

    GridHead find()
    {
        makeColumns();
        findHead();
        return {std::move(m_head), m_body};
    }

private:
    void makeColumns()
    {
        m_head.page = m_grid.page;
        m_head.isPlaced = true;
        for (int c = 0; c < m_grid.columns(); ++c) {
            Column column;
            column.left = m_grid.edges[std::size_t(c)];
            column.right = m_grid.edges[std::size_t(c) + 1];
            m_head.columns.push_back(column);
        }
    }

    /// Lines above the first row of values, from the lowest that has cells of this grid up to one that does not.
    void findHead()
    {
        int first = std::max(endOfNamedHead(), firstFullRow());
        // The first rows may be the head: their cells say nothing where later ones have figures.
        while (first + 1 < m_grid.body.last && isHeadLine(first))
            ++first;
        m_body = {first, m_grid.body.last};
        m_head.lines = {first, first};
        const auto top = topOfNamedHead(first);
        for (int l = first - 1; l >= top; --l) {
            const auto &lower = m_text.lines[l + 1];
            const auto gap = (lower.box.top() - m_text.lines[l].box.bottom()) / std::max(1.0, lower.wordHeight);
            if (!isAbove(l) || gap > widestHeadGap)
                break;
            m_head.lines.first = l;
        }
        for (int l = m_head.lines.first; l < m_head.lines.last; ++l)
            for (int s = m_text.lines[l].segments.first; s < m_text.lines[l].segments.last; ++s)
                addHeadCell(m_text.segments[s]);
        for (auto &column : m_head.columns)
            if (column.head.isNull())
                column.head = boxOfColumn(column);
    }

    /// The end of a head that words tell near the top of the grid.
    int endOfNamedHead() const
    {
        for (const auto &head : m_named)
            if (head.page == m_grid.page && head.lines.first >= m_grid.above.first &&
                head.lines.first < m_grid.body.first + mostLinesBeforeHead && head.lines.last < m_grid.body.last)
                return std::max(head.lines.last, m_grid.body.first);
        return m_grid.body.first;
    }

    int topOfNamedHead(int end) const
    {
        for (const auto &head : m_named)
            if (head.lines.last == end)
                return std::max(head.lines.first, m_grid.above.first);
        return m_grid.above.first;
    }

    /// The first line that fills half as many columns as rows do: lines above have other things.
    int firstFullRow() const
    {
        std::vector<int> filled;
        for (int l = m_grid.body.first; l < m_grid.body.last && std::ssize(filled) < mostProbed; ++l) {
            const auto cells = cellsOfLine(m_text, m_text.lines[l], m_head.columns);
            filled.push_back(int(std::ranges::count_if(cells, [](const Span &cell) { return !cell.isEmpty(); })));
        }
        auto sorted = filled;
        std::ranges::sort(sorted);
        const auto usual = sorted[sorted.size() * 3 / 4];
        for (std::size_t i = 0; i < filled.size(); ++i)
            if (2 * filled[i] > usual)
                return m_grid.body.first + int(i);
        return m_grid.body.first;
    }

    bool isHeadLine(int l) const
    {
        const auto &line = m_text.lines[l];
        if (line.segments.size() < 2)
            return false;
        int labels = 0, figures = 0;
        for (int s = line.segments.first; s < line.segments.last; ++s) {
            const auto words = m_text.textOf(m_text.segments[s].tokens);
            const auto bag = m_workspace.labels.bagOf(m_text.segments[s].tokens);
            const auto named = std::ranges::any_of(
                m_fields, [&bag](const FieldSpec &field) { return labelSimilarity(field, bag) >= 0.6; });
            labels += named;
            figures += !named && isMostlyFigures(words);
        }
        if (labels > 0 && 3 * figures <= line.segments.size())
            return 2 * labels >= line.segments.size() || figuresBelow(l);
        return figures == 0 && figuresBelow(l);
    }

    /// Whether most lines below have figures where this one has words.
    bool figuresBelow(int l) const
    {
        int rows = 0, differing = 0;
        const auto here = cellsOfLine(m_text, m_text.lines[l], m_head.columns);
        for (int k = l + 1; k < m_grid.body.last && rows < mostProbed; ++k) {
            if (m_text.lines[k].segments.size() < 2)
                continue;
            const auto there = cellsOfLine(m_text, m_text.lines[k], m_head.columns);
            ++rows;
            bool differs = false;
            for (std::size_t c = 0; c < here.size(); ++c)
                differs |= !here[c].isEmpty() && !there[c].isEmpty() && !isMostlyFigures(m_text.textOf(here[c])) &&
                           isMostlyFigures(m_text.textOf(there[c]));
            differing += differs;
        }
        return rows >= 1 && 3 * differing >= 2 * rows;
    }

    /// A line above the rows is of the head when its cells stand over columns and it is no sentence over all of them.
    bool isAbove(int l) const
    {
        const auto &line = m_text.lines[l];
        if (line.segments.size() >= 2)
            return true;
        const auto &box = line.box;
        int over = 0;
        for (const auto &column : m_head.columns)
            over += sharedWidth(box, column) > 0.3 * box.width() || sharedWidth(box, column) > 20;
        return line.tokens.size() <= 6 && over < int(m_head.columns.size()) && box.left() > leftOfSecondColumn();
    }

    double leftOfSecondColumn() const { return m_head.columns.size() > 1 ? m_head.columns[1].left : 1e6; }

    void addHeadCell(const Segment &cell)
    {
        if (const auto pieces = piecesOver(cell); pieces.size() > 1) {
            for (const auto &[column, words] : pieces)
                addToColumn(*column, words);
            return;
        }
        const auto bag = m_workspace.labels.bagOf(cell.tokens);
        Column *best = nullptr;
        double most = 0;
        std::vector<Column *> spanned;
        for (auto &column : m_head.columns) {
            const auto inner = boxOfColumn(column);
            const auto shared = std::min(cell.box.right(), inner.right()) - std::max(cell.box.left(), inner.left());
            if (inner.width() > 0 && shared > 0.5 * inner.width() && shared > 0.15 * cell.box.width())
                spanned.push_back(&column);
            if (const auto wide = sharedWidth(cell.box, column); wide > most) {
                most = wide;
                best = &column;
            }
        }
        if (spanned.size() < 2)
            spanned = best ? std::vector<Column *>{best} : std::vector<Column *>();
        for (auto *column : spanned) {
            column->bag.insert(column->bag.end(), bag.begin(), bag.end());
            if (spanned.size() == 1)
                column->head = column->head.isNull() ? cell.box : column->head.united(cell.box);
        }
    }

    void addToColumn(Column &column, const Span &words) const
    {
        const auto bag = m_workspace.labels.bagOf(words);
        const auto box = m_text.boxOf(words);
        column.bag.insert(column.bag.end(), bag.begin(), bag.end());
        column.head = column.head.isNull() ? box : column.head.united(box);
    }

    /// Heads of narrow columns stand so close that they look like one: their words, where each stands right over the
    /// cells of its column.
    std::vector<std::pair<Column *, Span>> piecesOver(const Segment &cell)
    {
        std::vector<std::pair<Column *, Span>> pieces;
        for (int t = cell.tokens.first; t < cell.tokens.last; ++t) {
            const auto x = m_text.tokens[t].box.center().x();
            for (auto &column : m_head.columns) {
                if (x < column.left || x >= column.right)
                    continue;
                if (pieces.empty() || pieces.back().first != &column)
                    pieces.emplace_back(&column, Span{t, t + 1});
                else
                    pieces.back().second.last = t + 1;
            }
        }
        const auto height = std::max(1.0, cell.box.height());
        for (const auto &[column, words] : pieces) {
            const auto box = m_text.boxOf(words), cells = boxOfColumn(*column);
            const auto over = std::abs(box.left() - cells.left()) < height ||
                              std::abs(box.right() - cells.right()) < height ||
                              std::abs(box.center().x() - cells.center().x()) < height ||
                              (box.left() < cells.left() + height && box.right() > cells.right() - height);
            if (!over)
                return {};
        }
        return pieces;
    }

    /// Where the cells of a column stand.
    QRectF boxOfColumn(const Column &column) const
    {
        QRectF box;
        int lines = 0;
        for (int l = m_body.first; l < m_body.last && lines < mostProbed; ++l) {
            if (m_text.lines[l].segments.size() < 2)
                continue;
            ++lines;
            for (int t = m_text.lines[l].tokens.first; t < m_text.lines[l].tokens.last; ++t) {
                const auto &token = m_text.tokens[t].box;
                if (token.center().x() >= column.left && token.center().x() < column.right)
                    box = box.isNull() ? token : box.united(token);
            }
        }
        return box;
    }

    const Grid &m_grid;
    const std::vector<FieldSpec> &m_fields;
    const Workspace &m_workspace;
    const Text &m_text;
    const std::vector<TableHead> &m_named;
    TableHead m_head;
    Span m_body;
};

} // namespace

GridHead findGridHead(const Grid &grid, const std::vector<FieldSpec> &fields, const Workspace &workspace,
                      const std::vector<TableHead> &named)
{
    return HeadFinder(grid, fields, workspace, named).find();
}

} // namespace xs::engine
