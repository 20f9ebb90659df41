// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/columnfields.h"

#include "engine/assign.h"
#include "engine/cellparts.h"
#include "engine/tablecells.h"
#include "engine/words.h"

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
constexpr int mostLinesBeforeHead = 8;
constexpr int mostLinesAbove = 14;
constexpr double widestHeadGap = 2.2;

double sharedWidth(const QRectF &box, const Column &column)
{
    return std::min(box.right(), column.right) - std::max(box.left(), column.left);
}

bool isMostlyFigures(const QString &words)
{
    const auto digits = std::ranges::count_if(words, [](QChar c) { return c.isDigit(); });
    const auto letters = std::ranges::count_if(words, [](QChar c) { return c.isLetter(); });
    return digits > letters;
}

class GridMatcher
{
public:
    GridMatcher(const Grid &grid, const std::vector<FieldSpec> &fields, const Workspace &workspace,
                const std::vector<TableHead> &named)
        : m_grid(grid), m_fields(fields), m_workspace(workspace), m_text(workspace.text), m_named(named)
    {
    }

    std::optional<TableHead> match()
    {
        makeColumns();
        findHead();
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
                fitting += figures && value->spans.front().size() * 2 >= cell.size() ? 1 : 0.3;
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
            if (std::ranges::any_of(m_head.columns, [f](const Column &c) { return c.field == int(f); }))
                continue;
            for (auto &column : m_head.columns) {
                if (column.field < 0 || std::abs(column.field - int(f)) > 1 || !column.together.empty())
                    continue;
                if (canShare(std::size_t(column.field), f, column)) {
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
        if (!isName(both[0]) && !isChoice && !isTyped && !isNamed)
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

    const Grid &m_grid;
    const std::vector<FieldSpec> &m_fields;
    const Workspace &m_workspace;
    const Text &m_text;
    const std::vector<TableHead> &m_named;
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
