// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/columnfields.h"

#include "engine/candidates/assign.h"
#include "engine/tables/cellparts.h"
#include "engine/tables/gridhead.h"
#include "engine/tables/legend.h"
#include "engine/tables/tablecells.h"
#include "engine/tables/truthwords.h"
#include "engine/text/words.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr double leastSimilarity = 0.42;
/// What cells that hold what a field asks for are worth beside a head that names it.
constexpr double worthOfFit = 0.35;
constexpr double leastFit = 0.6;
/// Texts fit nearly everything.
constexpr double fitOfFiguresToText = 0.45;
constexpr double worthOfOrder = 0.04;
constexpr int mostProbed = 40;
/// The share of a column's cells that hold values for all fields that share it.
constexpr double leastShared = 0.6;
constexpr int mostWordsOfCell = 14;
constexpr int mostLinesAbove = 14;

class GridMatcher
{
public:
    GridMatcher(const Grid &grid, const std::vector<FieldSpec> &fields, const Workspace &workspace,
                const std::vector<TableHead> &named)
        : m_fields(fields), m_workspace(workspace), m_text(workspace.text)
    {
        auto found = findGridHead(grid, fields, workspace, named);
        m_head = std::move(found.head);
        m_body = found.body;
        explainHeads(m_head, workspace);
    }

    std::optional<TableHead> match()
    {
        probe();
        fitFields();
        chooseFields();
        shareColumns();
        m_head.score = 0;
        int others = 0, named = 0, matched = 0, wanted = 0;
        for (const auto &column : m_head.columns) {
            others += column.field < 0;
            named += column.similarity >= leastSimilarity;
            if (column.field >= 0)
                m_head.score += column.similarity >= leastSimilarity ? column.similarity : worthOfFit;
            if (!column.together.empty())
                m_head.score += worthOfFit;
            matched += column.together.empty() ? int(column.field >= 0) : int(column.together.size());
        }
        for (const auto &field : m_fields)
            wanted += !field.isHeading;
        m_head.score -= 0.04 * others;
        const auto needed = std::min<int>(2, int(m_fields.size()));
        if (m_head.matchedColumns() < needed || (named == 0 && 4 * matched < 3 * wanted))
            return {};
        return m_head;
    }

private:
    void probe()
    {
        m_cells.resize(m_head.columns.size());
        int rows = 0;
        for (int l = m_body.first; l < m_body.last && rows < mostProbed; ++l) {
            if (m_text.lines[l].segments.size() < 2)
                continue;
            ++rows;
            const auto cells = cellsOfLine(m_text, m_text.lines[l], m_head.columns);
            for (std::size_t c = 0; c < cells.size(); ++c)
                if (!cells[c].isEmpty())
                    m_cells[c].push_back(cells[c]);
        }
    }

    /// The share of a column's cells that hold what a field asks for.
    double fitOf(const FieldSpec &field, std::size_t column) const
    {
        if (m_cells[column].empty())
            return 0;
        double fitting = 0;
        int counted = 0;
        for (const auto &cell : m_cells[column]) {
            const auto words = m_text.textOf(cell);
            if (std::ranges::none_of(words, [](QChar c) { return c.isLetterOrNumber(); }))
                continue;
            ++counted;
            const auto value = readCell(field, m_workspace, cell);
            if (!value)
                continue;
            const auto isText = !field.isNumeric() && field.kind != ValueKind::Choice && field.kind != ValueKind::Date;
            const auto figures = isMostlyFigures(words);
            if (field.isNumeric())
                fitting +=
                    figures && (value->spans.front().size() * 2 >= cell.size() || lettersIn(words) == 0) ? 1 : 0.3;
            else if (isText && field.kind != ValueKind::Identifier && field.kind != ValueKind::Time)
                fitting += figures ? fitOfFiguresToText : cell.size() <= mostWordsOfCell ? 1 : 0.3;
            else
                fitting += 1;
        }
        return counted > 0 ? fitting / counted : 0;
    }

    void fitFields()
    {
        m_gains.assign(m_fields.size(), std::vector<double>(m_head.columns.size(), 0));
        m_similarities = m_gains;
        for (std::size_t f = 0; f < m_fields.size(); ++f) {
            for (std::size_t c = 0; c < m_head.columns.size(); ++c) {
                const auto similarity = labelSimilarity(m_fields[f], m_head.columns[c].bag);
                const auto fit = fitOf(m_fields[f], c);
                m_similarities[f][c] = similarity;
                if (similarity >= leastSimilarity && fit > 0.2)
                    m_gains[f][c] = similarity + worthOfFit * fit;
                else if (fit >= fitOfFiguresToText)
                    m_gains[f][c] = m_fields[f].isHeading ? 0 : worthOfFit * fit;
            }
        }
    }

    /// The best matching that keeps the order of fields and columns, or any when heads say so.
    void chooseFields()
    {
        const auto ordered = inOrder();
        auto named = m_gains;
        for (std::size_t f = 0; f < named.size(); ++f)
            for (std::size_t c = 0; c < named[f].size(); ++c)
                if (m_similarities[f][c] < leastSimilarity)
                    named[f][c] = 0;
        const auto free = bestMatching(named);
        const auto gainOf = [this](const std::vector<int> &matching) {
            double gain = 0;
            for (std::size_t f = 0; f < matching.size(); ++f)
                gain += matching[f] >= 0 ? m_gains[f][std::size_t(matching[f])] : 0;
            return gain;
        };
        auto chosen = gainOf(free) > gainOf(ordered) ? free : ordered;
        fillUp(chosen);
        for (std::size_t f = 0; f < chosen.size(); ++f) {
            if (chosen[f] < 0)
                continue;
            auto &column = m_head.columns[std::size_t(chosen[f])];
            column.field = int(f);
            column.similarity = std::max(m_similarities[f][std::size_t(chosen[f])], 0.4);
        }
    }

    std::vector<int> inOrder() const
    {
        const auto rows = m_fields.size(), columns = m_head.columns.size();
        std::vector<std::vector<double>> best(rows + 1, std::vector<double>(columns + 1, 0));
        for (std::size_t f = 1; f <= rows; ++f)
            for (std::size_t c = 1; c <= columns; ++c) {
                const auto gain = m_gains[f - 1][c - 1];
                best[f][c] = std::max(best[f - 1][c], best[f][c - 1]);
                if (gain > 0)
                    best[f][c] = std::max(best[f][c], best[f - 1][c - 1] + gain + worthOfOrder);
            }
        std::vector<int> matching(rows, -1);
        for (std::size_t f = rows, c = columns; f > 0 && c > 0;) {
            const auto gain = m_gains[f - 1][c - 1];
            if (gain > 0 && best[f][c] == best[f - 1][c - 1] + gain + worthOfOrder) {
                matching[--f] = int(--c);
            } else if (best[f][c] == best[f - 1][c]) {
                --f;
            } else {
                --c;
            }
        }
        return matching;
    }

    /// Fields that a matching by names leaves take the columns between their neighbours when cells fit.
    void fillUp(std::vector<int> &matching) const
    {
        for (std::size_t f = 0; f < matching.size(); ++f) {
            if (matching[f] >= 0)
                continue;
            int low = -1, high = int(m_head.columns.size());
            for (std::size_t k = 0; k < matching.size(); ++k) {
                if (matching[k] < 0)
                    continue;
                if (k < f)
                    low = std::max(low, matching[k]);
                else
                    high = std::min(high, matching[k]);
            }
            for (int c = low + 1; c < high; ++c)
                if (std::ranges::find(matching, c) == matching.end() &&
                    m_gains[f][std::size_t(c)] >= worthOfFit * leastFit) {
                    matching[f] = c;
                    break;
                }
        }
    }

    /// Fields without a column share that of a neighbour when most of its cells hold values for both.
    void shareColumns()
    {
        for (std::size_t f = 0; f < m_fields.size(); ++f) {
            const auto own = std::ranges::find(m_head.columns, int(f), &Column::field);
            if (own != m_head.columns.end() && (own->similarity >= leastSimilarity || !m_fields[f].isNumeric()))
                continue;
            for (auto &column : m_head.columns) {
                if (column.field < 0 || std::abs(column.field - int(f)) > 1 || !column.together.empty())
                    continue;
                const auto isNamed = labelSimilarity(m_fields[f], column.bag) >= leastSimilarity;
                if (own != m_head.columns.end() && (!isNamed || column.similarity < leastSimilarity))
                    continue;
                if (canShare(std::size_t(column.field), f, column)) {
                    if (own != m_head.columns.end())
                        own->field = -1;
                    column.together = {std::min(column.field, int(f)), std::max(column.field, int(f))};
                    break;
                }
            }
        }
    }

    bool canShare(std::size_t owner, std::size_t other, const Column &column) const
    {
        const std::vector<const FieldSpec *> both{&m_fields[std::min(owner, other)], &m_fields[std::max(owner, other)]};
        const auto isName = [](const FieldSpec *f) {
            return f->nameSays("firstname"_L1) || f->nameSays("lastname"_L1);
        };
        const auto isChoice = m_fields[other].kind == ValueKind::Choice || m_fields[owner].kind == ValueKind::Choice;
        const auto isTyped = m_fields[other].isNumeric() && m_fields[owner].isNumeric();
        const auto isNamed = labelSimilarity(m_fields[other], column.bag) >= leastSimilarity;
        const auto isTruth = saysTruths(m_fields[other]) || saysTruths(m_fields[owner]);
        if (!isName(both[0]) && !isChoice && !isTyped && !isNamed && !isTruth)
            return false;
        const auto &cells = m_cells[std::size_t(&column - m_head.columns.data())];
        int all = 0, either = 0, choices = 0;
        for (const auto &cell : cells) {
            const auto parts = cellParts(both, m_workspace, cell);
            all += parts[0] && parts[1];
            either += parts[0] || parts[1];
            choices += isChoice && parts[m_fields[other].kind == ValueKind::Choice ? (other > owner) : (owner > other)];
        }
        if (isChoice)
            return choices > 0 && choices < either;
        return either > 0 && double(all) >= leastShared * double(either);
    }

    const std::vector<FieldSpec> &m_fields;
    const Workspace &m_workspace;
    const Text &m_text;
    TableHead m_head;
    Span m_body;
    std::vector<std::vector<Span>> m_cells;
    std::vector<std::vector<double>> m_gains;
    std::vector<std::vector<double>> m_similarities;
};

} // namespace

std::optional<TableHead> headOfGrid(const Grid &grid, const std::vector<FieldSpec> &fields, const Workspace &workspace,
                                    const std::vector<TableHead> &named)
{
    auto best = GridMatcher(grid, fields, workspace, named).match();
    // What stands above the rows of a table without a head may look like rows, too.
    if (best && best->lines.size() > 0)
        return best;
    auto most = best ? best->score * std::sqrt(grid.body.size()) : 0.0;
    for (int skipped = 1; skipped <= mostLinesAbove && grid.body.size() - skipped > 2; ++skipped) {
        auto lower = grid;
        lower.body.first += skipped;
        auto head = GridMatcher(lower, fields, workspace, named).match();
        const auto worth = head ? head->score * std::sqrt(lower.body.size()) : 0;
        if (worth <= most)
            continue;
        most = worth;
        best = std::move(head);
    }
    return best;
}

} // namespace xs::engine
