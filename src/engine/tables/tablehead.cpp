// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/tablehead.h"

#include "engine/candidates/assign.h"
#include "engine/tables/headlines.h"
#include "engine/text/words.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace xs::engine {

namespace {

constexpr int mostHeadLines = 7;
constexpr double leastSimilarity = 0.42;
constexpr double gainOfNaming = 0.02;
constexpr double gainOfName = 0.05;
constexpr double widestLineGap = 1.8;
constexpr int mostColumns = 40;
/// What a head whose last line names cells of its own must win over one whose lines belong together.
constexpr double stackedGain = 0.3;
constexpr double stackedSimilarity = 0.75;
constexpr double leastPart = 0.65;
/// More than rounding can move a similarity.
constexpr double rounding = 1e-9;
/// A column is its first line's, where the schema tells the lines apart.
constexpr double costOfSecondLine = 0.3;

double sharedWidth(const QRectF &a, const QRectF &b)
{
    return std::min(a.right(), b.right()) - std::max(a.left(), b.left());
}

bool spansSeveral(const HeadCell &cell, const std::vector<HeadCell> &cells)
{
    // Cells come line by line.
    if (cells.back().line == cell.line)
        return false;
    return std::ranges::count_if(cells, [&cell](const HeadCell &other) {
               return other.line > cell.line && sharedWidth(cell.box, other.box) > 0.5 * other.box.width();
           }) >= 2;
}

/// Cells of several lines as columns: a cell above or below another joins it; one that spans several gives them all its
/// words.
std::vector<Column> columnsOf(const std::vector<HeadCell> &cells, const LabelIndex &labels)
{
    std::vector<const HeadCell *> spanning;
    std::vector<Column> columns;
    for (const auto &cell : cells) {
        if (spansSeveral(cell, cells)) {
            spanning.push_back(&cell);
            continue;
        }
        auto *joined = [&]() -> Column * {
            for (auto &column : columns)
                if (sharedWidth(column.head, cell.box) > 0.3 * std::min(column.head.width(), cell.box.width()) &&
                    cell.box.top() > column.head.center().y())
                    return &column;
            return nullptr;
        }();
        const auto bag = labels.bagOf(cell.tokens);
        if (joined) {
            joined->head = joined->head.united(cell.box);
            joined->bag.insert(joined->bag.end(), bag.begin(), bag.end());
            joined->said.clear();
        } else {
            columns.push_back({cell.box, Bag(bag.begin(), bag.end())});
            columns.back().said = cell.said;
        }
    }
    for (const auto *cell : spanning) {
        const auto bag = labels.bagOf(cell->tokens);
        for (auto &column : columns)
            if (sharedWidth(column.head, cell->box) > 0.4 * column.head.width())
                column.bag.insert(column.bag.end(), bag.begin(), bag.end());
    }
    std::ranges::stable_sort(columns, [](const Column &a, const Column &b) { return a.head.left() < b.head.left(); });
    return columns;
}

void matchColumns(TableHead &head, const std::vector<FieldSpec> &fields)
{
    const auto upper = head.columns.size();
    const auto columnAt = [&head, upper](std::size_t c) -> Column & {
        return c < upper ? head.columns[c] : head.lower[c - upper];
    };
    std::vector<std::vector<double>> gains(fields.size(), std::vector<double>(upper + head.lower.size(), 0));
    // What stands above rows is in no column.
    for (std::size_t c = 0; c < upper + head.lower.size(); ++c)
        for (std::size_t f = 0; f < fields.size(); ++f)
            if (!fields[f].isHeading)
                gains[f][c] = labelSimilarity(fields[f], columnAt(c).bag, leastSimilarity - gainOfNaming) -
                              leastSimilarity + gainOfNaming - (fields[f].secondLine ? costOfSecondLine : 0);
    // Of two fields that mean the same, the one that is called like the head.
    for (std::size_t f = 0; f < fields.size(); ++f)
        for (std::size_t c = 0; c < upper + head.lower.size(); ++c)
            if (gains[f][c] > 0 && columnAt(c).said == key(fields[f].field.name))
                gains[f][c] += gainOfName;
    const auto matching = bestMatching(gains);
    head.score = 0;
    for (std::size_t f = 0; f < fields.size(); ++f) {
        if (matching[f] < 0)
            continue;
        auto &column = columnAt(std::size_t(matching[f]));
        column.field = int(f);
        column.similarity = gains[f][std::size_t(matching[f])] + leastSimilarity;
        head.score += column.similarity;
    }
}

/// The same head with its last line taken for itself, when a field that it names well stands below one that the lines
/// above name: rows then have two lines too.
std::optional<TableHead> stacked(const std::vector<FieldSpec> &fields, const Workspace &workspace,
                                 const std::vector<HeadCell> &cells, const TableHead &joined)
{
    const auto last = joined.lines.last - 1;
    std::vector<HeadCell> upper, lower;
    for (const auto &cell : cells)
        (cell.line == last ? lower : upper).push_back(cell);
    if (upper.empty() || lower.empty() || lower.size() > upper.size())
        return {};
    // Mostly no cell of the last line names a field well enough, whatever stands above.
    const auto mayName = [&](const HeadCell &cell) {
        constexpr auto least = stackedSimilarity - gainOfNaming - gainOfName - rounding;
        const auto bag = workspace.labels.bagOf(cell.tokens);
        return std::ranges::any_of(fields,
                                   [&](const FieldSpec &field) { return labelSimilarity(field, bag, least) >= least; });
    };
    if (std::ranges::none_of(lower, mayName))
        return {};
    TableHead head;
    head.page = joined.page;
    head.lines = joined.lines;
    head.columns = columnsOf(upper, workspace.labels);
    head.lower = columnsOf(lower, workspace.labels);
    matchColumns(head, fields);
    const auto named = std::ranges::any_of(head.lower, [&head](const Column &below) {
        return below.field >= 0 && below.similarity >= stackedSimilarity &&
               std::ranges::any_of(head.columns, [&below](const Column &above) {
                   return above.field >= 0 && above.similarity >= stackedSimilarity &&
                          sharedWidth(above.head, below.head) > 0;
               });
    });
    if (!named || head.score < joined.score + stackedGain)
        return {};
    return head;
}

/// "Material/Description" over rows of two lines: the column has the first, what its second line is comes after the
/// stroke.
void splitJoined(TableHead &head, const std::vector<FieldSpec> &fields, const std::vector<HeadCell> &cells,
                 const Text &text)
{
    for (auto &column : head.columns) {
        const auto cell = std::ranges::find_if(cells, [&column](const HeadCell &c) { return c.box == column.head; });
        const auto parts = cell == cells.end() ? QStringList() : text.textOf(cell->tokens).split(u'/');
        if (parts.size() != 2 || column.field < 0)
            continue;
        const auto best = [&fields](const QString &words) {
            const auto bag = Lexicon::standard().bag(sentenceWords(words));
            std::pair<int, double> found{-1, leastPart};
            for (int f = 0; f < int(fields.size()); ++f)
                if (const auto fit = labelSimilarity(fields[f], bag); fit > found.second)
                    found = {f, fit};
            return found;
        };
        const auto [first, fit] = best(parts[0]);
        const auto [second, fitOfSecond] = best(parts[1]);
        const auto isTaken = [&](int field) {
            return std::ranges::any_of(head.columns,
                                       [&](const Column &c) { return &c != &column && c.field == field; });
        };
        if (first < 0 || second < 0 || first == second || fields[first].isNumeric() ||
            fields[second].kind != ValueKind::Text || isTaken(first) || isTaken(second))
            continue;
        column.field = first;
        column.similarity = fit;
        Column lower = column;
        lower.field = second;
        lower.similarity = fitOfSecond;
        head.lower.push_back(lower);
    }
}

/// A word alone above a head, with nothing below it, is the table's title and no column.
void dropTitle(std::vector<Column> &columns, const std::vector<HeadCell> &cells, const Text &text, const Span &lines)
{
    constexpr int linesBelow = 4;
    if (lines.size() < 2 || columns.size() < 3 || cells[0].line != lines.first || cells[1].line == lines.first)
        return;
    const auto title = std::ranges::find_if(columns, [&cells](const Column &c) { return c.head == cells[0].box; });
    if (title == columns.end())
        return;
    const auto &page = text.page(text.lines[lines.first].page);
    for (int l = lines.last; l < std::min(page.lines.last, lines.last + linesBelow); ++l)
        for (int s = text.lines[l].segments.first; s < text.lines[l].segments.last; ++s)
            if (sharedWidth(text.segments[s].box, title->head) > 0)
                return;
    columns.erase(title);
}

std::optional<TableHead> headFrom(const std::vector<FieldSpec> &fields, const Workspace &workspace, const Span &lines,
                                  const std::vector<HeadCell> &cells)
{
    const auto &text = workspace.text;
    if (cells.empty() || cells.size() > 2 * mostColumns)
        return {};
    TableHead head;
    head.page = text.lines[lines.first].page;
    head.lines = lines;
    head.columns = columnsOf(cells, workspace.labels);
    dropTitle(head.columns, cells, text, lines);
    matchColumns(head, fields);
    if (lines.size() >= 2)
        if (auto other = stacked(fields, workspace, cells, head))
            head = std::move(*other);
    const auto needed = std::min<int>(2, int(fields.size()));
    if (head.matchedColumns() < needed || (head.columns.size() < 2 && fields.size() > 1))
        return {};
    if (head.lower.empty())
        splitJoined(head, fields, cells, text);
    // Words that name no field make a head less likely, and so do more lines.
    head.score -= 0.04 * double(head.columns.size() - std::size_t(head.matchedColumns())) + 0.03 * (lines.size() - 1);
    return head;
}

bool mayContinueHead(const Line &above, const Line &below)
{
    return above.page == below.page &&
           below.box.top() - above.box.bottom() < widestLineGap * std::max(above.wordHeight, below.wordHeight);
}

} // namespace

int TableHead::matchedColumns() const
{
    return int(std::ranges::count_if(columns, [](const Column &column) { return column.field >= 0; }));
}

std::optional<int> findHead(HeadLines &known, const Span &lines, int size, double score)
{
    for (int first = lines.first; first + size <= lines.last; ++first) {
        std::vector<HeadCell> cells;
        for (int l = first; l < first + size; ++l)
            std::ranges::copy(known.cells(l), std::back_inserter(cells));
        if (const auto head = headFrom(known.fields(), known.workspace(), {first, first + size}, cells);
            head && head->score > score)
            return first;
    }
    return {};
}

std::vector<TableHead> findHeads(HeadLines &known, const SearchArea &area)
{
    const auto &text = known.workspace().text;
    if (area.segments.isEmpty() || known.fields().empty())
        return {};
    std::vector<TableHead> found;
    const auto first = text.segments[area.segments.first].line, last = text.segments[area.segments.last - 1].line + 1;
    for (int l = first; l < last; ++l) {
        if (!known.isNamed(l) && (l + 1 >= last || !known.isNamed(l + 1)))
            continue;
        Span lines{l, l};
        std::vector<HeadCell> cells;
        for (int count = 1; count <= mostHeadLines && l + count <= last; ++count) {
            if (count > 1 && !mayContinueHead(text.lines[l + count - 2], text.lines[l + count - 1]))
                break;
            if (known.isData(l + count - 1))
                break;
            lines.last = l + count;
            std::ranges::copy(known.cells(lines.last - 1), std::back_inserter(cells));
            if (auto head = headFrom(known.fields(), known.workspace(), lines, cells))
                found.push_back(std::move(*head));
        }
    }
    std::ranges::stable_sort(found, [](const TableHead &a, const TableHead &b) { return a.score > b.score; });
    std::vector<TableHead> kept;
    for (auto &head : found)
        if (kept.size() < 12 &&
            std::ranges::none_of(kept, [&head](const TableHead &other) { return other.lines.overlaps(head.lines); }))
            kept.push_back(std::move(head));
    return kept;
}

} // namespace xs::engine
