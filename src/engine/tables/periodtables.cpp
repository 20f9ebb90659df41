// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/periodtables.h"

#include "engine/tables/tablecells.h"
#include "engine/tables/tablegrid.h"
#include "engine/text/words.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr int fewestRows = 2;
constexpr int mostRowsOfHead = 8;
constexpr int mostWordsOfHeadCell = 7;
/// In heights of the words.
constexpr double farthestHeadCell = 5;

/// Whether the figures of a line only tell periods, as those of heads do.
bool isOnlyPeriods(const Workspace &workspace, const Line &line)
{
    const auto rest = withoutPeriods(workspace.text.textOf(line.tokens));
    if (!hasDigit(rest))
        return true;
    const auto numbers = workspace.occurrences.in(line.tokens, ValueKind::Number);
    return std::ranges::all_of(numbers, [&](const Occurrence &o) {
        return (o.decimals == 0 && ((o.number >= 1900 && o.number <= 2100) || (o.number > 0 && o.number <= 31))) ||
               !rest.contains(workspace.text.textOf(o.span));
    });
}

class TableReader
{
public:
    explicit TableReader(const Workspace &workspace) : m_workspace(workspace), m_text(workspace.text) {}

    std::optional<PeriodTable> read(const Grid &grid) const
    {
        PeriodTable table;
        for (int c = 0; c < grid.columns(); ++c) {
            Column column;
            column.left = grid.edges[std::size_t(c)];
            column.right = grid.edges[std::size_t(c) + 1];
            table.columns.push_back(column);
        }
        int first = grid.body.first;
        while (first < grid.body.last && first - grid.body.first < mostRowsOfHead && first + 1 < grid.body.last &&
               (isOnlyPeriods(m_workspace, m_text.lines[first]) || isProse(m_text.lines[first])))
            ++first;
        // The first rows may have been taken for a head.
        for (int l = grid.above.first; l < first; ++l)
            if (m_text.lines[l].segments.size() >= 2 && !hasProse(m_text.lines[l]) &&
                !isOnlyPeriods(m_workspace, m_text.lines[l]))
                first = l;
        table.rows = {first, grid.body.last};
        if (table.rows.size() < fewestRows)
            return {};
        const auto head = table.head = headLines({grid.above.first, first}, grid.body.first);
        if (!hasFigures(head) || !mayTellPeriods(head, table.columns.front().right))
            return {};
        placeCells(table);
        bool any = false;
        for (const auto &column : table.columns) {
            table.headCells.push_back(headCells(head, column, table.columns.front().right));
            QStringList words;
            for (const auto &cell : table.headCells.back())
                words << m_text.textOf(cell);
            table.periods.push_back(periodOf(words.join(u' ')));
            any |= !table.periods.back().isEmpty();
        }
        if (!any)
            return {};
        table.nameColumn = nameColumn(table);
        return table;
    }

private:
    /// Heads without any figure name no year.
    bool hasFigures(const Span &lines) const
    {
        for (int l = lines.first; l < lines.last; ++l)
            for (int t = m_text.lines[l].tokens.first; t < m_text.lines[l].tokens.last; ++t)
                if (hasDigit(m_text.tokens[t].text))
                    return true;
        return false;
    }

    /// Whether a cell of a head may tell a period; most tables' heads have none that does.
    bool mayTellPeriods(const Span &lines, double labelsEnd) const
    {
        for (int l = lines.first; l < lines.last; ++l)
            for (int s = m_text.lines[l].segments.first; s < m_text.lines[l].segments.last; ++s)
                if (isHeadCell(m_text.segments[s], labelsEnd) &&
                    mayTellPeriod(m_text.textOf(m_text.segments[s].tokens)))
                    return true;
        return false;
    }

    /// Not over the names of rows, and no line over the whole page.
    bool isHeadCell(const Segment &segment, double labelsEnd) const
    {
        return segment.box.right() > labelsEnd && segment.box.width() <= 0.7 * m_text.page(segment.page).size.width();
    }

    /// Of the columns before the figures the one with the most different words: letters of groups, numbers of rows and
    /// units may stand beside names.
    std::size_t nameColumn(const PeriodTable &table) const
    {
        std::size_t best = 0, most = 0;
        for (std::size_t c = 0; c < table.labelColumns(); ++c) {
            QSet<QString> names;
            for (int l = table.rows.first; l < table.rows.last; ++l)
                if (const auto words = m_text.textOf(cellsOfLine(m_text, m_text.lines[l], table.columns)[c]);
                    lettersIn(words) > digitsIn(words) && m_text.lines[l].segments.size() > 1)
                    names.insert(words);
            if (std::size_t(names.size()) > most) {
                most = std::size_t(names.size());
                best = c;
            }
        }
        return best;
    }

    void placeCells(PeriodTable &table) const
    {
        for (int l = table.rows.first; l < table.rows.last; ++l) {
            const auto cells = cellsOfLine(m_text, m_text.lines[l], table.columns);
            for (std::size_t c = 0; c < cells.size(); ++c)
                if (!cells[c].isEmpty() && m_text.lines[l].segments.size() > 1)
                    table.columns[c].head = table.columns[c].head.isNull()
                                                ? m_text.boxOf(cells[c])
                                                : table.columns[c].head.united(m_text.boxOf(cells[c]));
        }
    }

    bool hasProse(const Line &line) const
    {
        return std::any_of(m_text.segments.begin() + line.segments.first, m_text.segments.begin() + line.segments.last,
                           [](const Segment &segment) { return segment.tokens.size() > mostWordsOfHeadCell; });
    }

    bool isProse(const Line &line) const { return line.segments.size() == 1 && hasProse(line); }

    /// The lines of a head from the lowest up to one that is running text.
    Span headLines(const Span &lines, int firstSure) const
    {
        Span head{lines.last, lines.last};
        while (head.first > lines.first) {
            const auto &line = m_text.lines[head.first - 1];
            if (isProse(line) || (head.first <= firstSure && hasProse(line)))
                break;
            --head.first;
        }
        return head;
    }

    /// What stands over a column: of every line the nearest cell, since cells over several columns are no wider than
    /// their words.
    std::vector<Span> headCells(const Span &lines, const Column &column, double labelsEnd) const
    {
        std::vector<Span> cells;
        for (int l = lines.first; l < lines.last; ++l) {
            const Segment *nearest = nullptr;
            double least = farthestHeadCell * m_text.lines[l].wordHeight;
            for (int s = m_text.lines[l].segments.first; s < m_text.lines[l].segments.last; ++s) {
                const auto &segment = m_text.segments[s];
                const auto distance =
                    std::max(segment.box.left() - column.head.right(), column.head.left() - segment.box.right());
                if (distance < least && isHeadCell(segment, labelsEnd)) {
                    least = distance;
                    nearest = &segment;
                }
            }
            if (nearest)
                cells.push_back(nearest->tokens);
        }
        return cells;
    }

    const Workspace &m_workspace;
    const Text &m_text;
};

} // namespace

std::size_t PeriodTable::labelColumns() const
{
    std::size_t count = 1;
    while (count < periods.size() && periods[count].isEmpty())
        ++count;
    return count < periods.size() ? count : 1;
}

std::vector<PeriodTable> periodTables(const Workspace &workspace, const SearchArea &area)
{
    std::vector<PeriodTable> tables;
    if (area.segments.isEmpty())
        return tables;
    const TableReader reader(workspace);
    for (const auto &grid : findGrids(workspace.text, area.segments))
        if (grid.columns() >= 2)
            if (auto table = reader.read(grid))
                tables.push_back(std::move(*table));
    return tables;
}

} // namespace xs::engine
