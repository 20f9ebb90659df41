// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/mergedcells.h"

#include "engine/candidates/values.h"
#include "engine/tables/tablecells.h"

#include <algorithm>
#include <cmath>

namespace xs::engine {

namespace {

constexpr std::size_t fewestRows = 4;
constexpr std::size_t fewestCells = 2;
/// The share of rows that may have a cell of their own.
constexpr double mostFilled = 0.6;
/// In distances of rows: how far groups may be from what their cells stand beside, on average.
constexpr double mostOff = 0.45;
/// In heights of the words.
constexpr double widestLineGap = 0.8;

/// A cell with the words of its lines, from top to bottom.
struct MergedCell
{
    std::vector<Span> lines;
    double top = 0;
    double bottom = 0;
    double middle() const { return (top + bottom) / 2; }
};

class Spreader
{
public:
    Spreader(const TableBody &body, const std::vector<int> &rowLines, std::vector<Row> &rows)
        : m_body(body), m_text(body.text), m_rows(rows)
    {
        for (const auto line : rowLines)
            m_middles.push_back(m_text.lines[line].box.center().y());
    }

    void spread()
    {
        const auto field = m_body.head.columns.front().field;
        if (field < 0 || m_rows.size() < fewestRows || !isWords(m_body.fields[field]) ||
            !m_body.head.columns.front().together.empty() || !isOnOnePage())
            return;
        const auto filled =
            std::ranges::count_if(m_rows, [field](const Row &row) { return row.values[field].has_value(); });
        if (double(filled) > mostFilled * double(m_rows.size()))
            return;
        collect(field);
        if (m_cells.size() < fewestCells || double(m_cells.size()) > mostFilled * double(m_rows.size()))
            return;
        const auto groups = bestGroups();
        if (groups.empty())
            return;
        const auto other = fieldOfSecondLine(field);
        std::size_t first = 0;
        for (std::size_t g = 0; g < groups.size(); ++g) {
            for (auto r = first; r < groups[g]; ++r)
                fill(m_rows[r], m_cells[g], field, other);
            first = groups[g];
        }
    }

private:
    bool isOnOnePage() const
    {
        const auto page = m_text.lines[m_rows.front().lines.first].page;
        return m_text.lines[m_rows.back().lines.first].page == page;
    }

    /// The cells of the first column between the first and the last row; lines close below each other are one.
    void collect(int field)
    {
        const auto pitch = distanceOfRows();
        for (const auto &line : m_body.lines) {
            const auto &cell = line.cells.front();
            const auto &box = m_text.lines[line.line].box;
            if (cell.isEmpty() || line.isTotal || box.center().y() < m_middles.front() - pitch ||
                box.center().y() > m_middles.back() + pitch || !readCell(m_body.fields[field], m_body.workspace, cell))
                continue;
            const auto words = m_text.boxOf(cell);
            if (!m_cells.empty() && words.top() - m_cells.back().bottom < widestLineGap * words.height() &&
                words.top() - m_cells.back().bottom < 0.5 * pitch) {
                m_cells.back().lines.push_back(cell);
                m_cells.back().bottom = words.bottom();
            } else {
                m_cells.push_back({{cell}, words.top(), words.bottom()});
            }
        }
    }

    double distanceOfRows() const { return (m_middles.back() - m_middles.front()) / double(m_middles.size() - 1); }

    /// How far a group's middle is from its cell.
    double offMiddle(std::size_t first, std::size_t last, const MergedCell &cell) const
    {
        return std::abs((m_middles[first] + m_middles[last - 1]) / 2 - cell.middle());
    }

    double offTop(std::size_t first, std::size_t, const MergedCell &cell) const
    {
        const auto height = (cell.bottom - cell.top) / double(cell.lines.size());
        return std::abs(m_middles[first] - (cell.top + height / 2));
    }

    /// Where groups end: all rows in as many groups as there are cells, each as near to its cell as can be.
    std::vector<std::size_t> bestGroups() const
    {
        const auto most = mostOff * distanceOfRows() * double(m_cells.size());
        const auto [topCost, topGroups] = groupsBy(&Spreader::offTop);
        const auto [cost, groups] = groupsBy(&Spreader::offMiddle);
        if (std::min(cost, topCost) > most)
            return {};
        return cost <= topCost ? groups : topGroups;
    }

    using Distance = double (Spreader::*)(std::size_t, std::size_t, const MergedCell &) const;

    std::pair<double, std::vector<std::size_t>> groupsBy(Distance distance) const
    {
        constexpr double never = 1e18;
        const auto rows = m_rows.size(), cells = m_cells.size();
        std::vector<std::vector<double>> best(cells + 1, std::vector<double>(rows + 1, never));
        std::vector<std::vector<std::size_t>> from(cells + 1, std::vector<std::size_t>(rows + 1, 0));
        best[0][0] = 0;
        for (std::size_t g = 1; g <= cells; ++g)
            for (std::size_t end = g; end <= rows; ++end)
                for (std::size_t first = g - 1; first < end; ++first) {
                    const auto cost = best[g - 1][first] + (this->*distance)(first, end, m_cells[g - 1]);
                    if (cost < best[g][end]) {
                        best[g][end] = cost;
                        from[g][end] = first;
                    }
                }
        std::vector<std::size_t> ends(cells, 0);
        for (std::size_t g = cells, end = rows; g > 0; --g) {
            ends[g - 1] = end;
            end = from[g][end];
        }
        return {best[cells][rows], ends};
    }

    /// A text without a column whose words the head of the first column has, when most cells have two lines; −1 for
    /// none.
    int fieldOfSecondLine(int field) const
    {
        const auto two = std::ranges::count_if(m_cells, [](const MergedCell &cell) { return cell.lines.size() == 2; });
        if (2 * std::size_t(two) <= m_cells.size())
            return -1;
        for (const auto other : {field - 1, field + 1}) {
            if (other < 0 || other >= int(m_body.fields.size()) || !isWords(m_body.fields[other]))
                continue;
            const auto taken = std::ranges::any_of(m_body.head.columns,
                                                   [other](const Column &column) { return column.field == other; });
            if (!taken && labelSimilarity(m_body.fields[other], m_body.head.columns.front().bag) >= leastSimilarity)
                return other;
        }
        return -1;
    }

    void fill(Row &row, const MergedCell &cell, int field, int other) const
    {
        std::vector<Span> all = cell.lines;
        if (other >= 0 && all.size() == 2) {
            row.values[std::size_t(std::min(field, other))] = candidate({all.front()});
            row.values[std::size_t(std::max(field, other))] = candidate({all.back()});
            return;
        }
        row.values[std::size_t(field)] = candidate(all);
    }

    Candidate candidate(const std::vector<Span> &spans) const
    {
        QStringList words;
        for (const auto &span : spans)
            words << m_text.textOf(span);
        Candidate candidate;
        candidate.value = toStd(cleanText(words.join(u' ')));
        candidate.spans = spans;
        candidate[Feature::Quality] = 0.7;
        candidate[Feature::LabelSimilarity] = m_body.head.columns.front().similarity;
        return candidate;
    }

    static constexpr double leastSimilarity = 0.42;

    const TableBody &m_body;
    const Text &m_text;
    std::vector<Row> &m_rows;
    std::vector<double> m_middles;
    std::vector<MergedCell> m_cells;
};

} // namespace

bool isWords(const FieldSpec &field)
{
    return field.field.type == schema::FieldType::String && !field.isNumeric() && field.kind != ValueKind::Date &&
           field.kind != ValueKind::Choice && field.kind != ValueKind::Identifier;
}

void spreadMergedCells(const TableBody &body, const std::vector<int> &rowLines, std::vector<Row> &rows)
{
    if (!rows.empty() && !body.head.columns.empty())
        Spreader(body, rowLines, rows).spread();
}

} // namespace xs::engine
