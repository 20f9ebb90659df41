// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/tablehead.h"

#include "engine/candidates/assign.h"
#include "engine/tables/headcells.h"
#include "engine/text/words.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace xs::engine {

namespace {

constexpr int mostHeadLines = 7;
constexpr int mostNumbersInHeadLine = 1;
constexpr double leastSimilarity = 0.42;
constexpr double gainOfNaming = 0.02;
constexpr double gainOfName = 0.05;
constexpr double widestLineGap = 1.8;
constexpr int mostColumns = 40;
/// What a head whose last line names cells of its own must win over one whose lines belong together.
constexpr double stackedGain = 0.3;
constexpr double stackedSimilarity = 0.75;
constexpr double leastPart = 0.65;
/// A column is its first line's, where the schema tells the lines apart.
constexpr double costOfSecondLine = 0.3;

double sharedWidth(const QRectF &a, const QRectF &b)
{
    return std::min(a.right(), b.right()) - std::max(a.left(), b.left());
}

/// Cells of several lines as columns: a cell above or below another joins it; one that spans several gives them all its
/// words.
std::vector<Column> columnsOf(const std::vector<HeadCell> &cells, const LabelIndex &labels)
{
    const auto spans = [&cells](const HeadCell &cell) {
        int below = 0;
        for (const auto &other : cells)
            if (other.line > cell.line && sharedWidth(cell.box, other.box) > 0.5 * other.box.width())
                ++below;
        return below >= 2;
    };
    std::vector<Column> columns;
    for (const auto &cell : cells) {
        if (spans(cell))
            continue;
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
            columns.back().said = key(labels.text().textOf(cell.tokens));
        }
    }
    for (const auto &cell : cells) {
        if (!spans(cell))
            continue;
        const auto bag = labels.bagOf(cell.tokens);
        for (auto &column : columns)
            if (sharedWidth(column.head, cell.box) > 0.4 * column.head.width())
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
    for (std::size_t f = 0; f < fields.size(); ++f) {
        const auto name = key(fields[f].field.name);
        for (std::size_t c = 0; c < upper + head.lower.size(); ++c)
            if (gains[f][c] > 0 && columnAt(c).said == name)
                gains[f][c] += gainOfName;
    }
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

std::map<int, std::vector<LabelHit>> hitsBySegment(const std::vector<FieldSpec> &fields, const Workspace &workspace,
                                                   const Span &segments)
{
    std::map<int, std::vector<LabelHit>> bySegment;
    for (const auto &list : workspace.labels.hits(fields, segments, std::size_t(-1)))
        for (const auto &hit : list)
            bySegment[hit.segment].push_back(hit);
    return bySegment;
}

/// A line of values and not of heads: numbers that are no years, from the first cell that names a field on. Left of it
/// may stand what is none of the table.
bool isData(const Line &line, const Workspace &workspace, const std::map<int, std::vector<LabelHit>> &hits)
{
    const auto first = hits.lower_bound(line.segments.first), end = hits.lower_bound(line.segments.last);
    const auto words =
        first == end ? line.tokens : Span{workspace.text.segments[first->first].tokens.first, line.tokens.last};
    int numbers = 0;
    for (const auto &number : workspace.occurrences.in(words, ValueKind::Number)) {
        const auto year = number.decimals == 0 && number.number >= 1900 && number.number <= 2100;
        numbers += !year && !number.isEmbedded && !number.hasPercent ? 1 : 0;
    }
    return numbers > mostNumbersInHeadLine;
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

std::optional<int> findHead(const std::vector<FieldSpec> &fields, const Workspace &workspace, const Span &lines,
                            int size, double score)
{
    if (lines.size() < size)
        return {};
    const auto &text = workspace.text;
    const auto hits = hitsBySegment(fields, workspace,
                                    {text.lines[lines.first].segments.first, text.lines[lines.last - 1].segments.last});
    for (int first = lines.first; first + size <= lines.last; ++first) {
        std::vector<HeadCell> cells;
        for (int l = first; l < first + size; ++l)
            std::ranges::move(headCellsOf(fields, workspace.labels, text.lines[l], hits), std::back_inserter(cells));
        if (const auto head = headFrom(fields, workspace, {first, first + size}, cells); head && head->score > score)
            return first;
    }
    return {};
}

std::vector<TableHead> findHeads(const std::vector<FieldSpec> &fields, const Workspace &workspace,
                                 const SearchArea &area)
{
    const auto &text = workspace.text;
    if (area.segments.isEmpty() || fields.empty())
        return {};
    std::vector<TableHead> found;
    const auto first = text.segments[area.segments.first].line, last = text.segments[area.segments.last - 1].line + 1;
    const auto hits = hitsBySegment(fields, workspace, area.segments);
    const auto named = [&](int l) {
        const auto &segments = text.lines[l].segments;
        const auto next = hits.lower_bound(segments.first);
        return next != hits.end() && next->first < segments.last;
    };
    for (int l = first; l < last; ++l) {
        if (!named(l) && (l + 1 >= last || !named(l + 1)))
            continue;
        Span lines{l, l};
        std::vector<HeadCell> cells;
        for (int count = 1; count <= mostHeadLines && l + count <= last; ++count) {
            if (count > 1 && !mayContinueHead(text.lines[l + count - 2], text.lines[l + count - 1]))
                break;
            if (isData(text.lines[l + count - 1], workspace, hits))
                break;
            lines.last = l + count;
            std::ranges::move(headCellsOf(fields, workspace.labels, text.lines[lines.last - 1], hits),
                              std::back_inserter(cells));
            if (auto head = headFrom(fields, workspace, lines, cells))
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

namespace {

bool hasFigure(const Text &text, const Span &span)
{
    return std::any_of(text.tokens.begin() + span.first, text.tokens.begin() + span.last,
                       [](const Token &token) { return hasDigit(token.text); });
}

/// Where lines have just two cells with figures nearest to the heads of columns c and c + 1: the gaps between these
/// cells, through which the columns' border goes.
std::vector<std::pair<double, double>> gapsBetween(const std::vector<Column> &columns, std::size_t c, const Text &text,
                                                   const Span &body)
{
    const auto isNearest = [&](const QRectF &cell) {
        const auto away = [&cell](const Column &column) { return -std::min(0.0, sharedWidth(column.head, cell)); };
        const auto nearest = std::ranges::min_element(columns, {}, away) - columns.begin();
        return nearest == std::ptrdiff_t(c) || nearest == std::ptrdiff_t(c) + 1;
    };
    std::vector<std::pair<double, double>> gaps;
    for (int l = body.first; l < body.last; ++l) {
        const auto &line = text.lines[l];
        std::vector<QRectF> cells;
        for (int s = line.segments.first; s < line.segments.last; ++s)
            if (const auto &box = text.segments[s].box; isNearest(box) && hasFigure(text, text.segments[s].tokens))
                cells.push_back(box);
        if (cells.size() == 2)
            gaps.emplace_back(cells[0].right(), cells[1].left());
    }
    return gaps;
}

constexpr int mostWordsAlone = 8;
constexpr double worthAlone = 0.3;

/// The segments that a border between `low` and `high` may cut, with how much each counts: a line of one segment
/// counts less, and a long one may be anything.
std::vector<std::pair<const Segment *, double>> segmentsBetween(double low, double high, const Text &text,
                                                                const Span &body)
{
    std::vector<std::pair<const Segment *, double>> between;
    for (int l = body.first; l < body.last; ++l) {
        const auto &line = text.lines[l];
        if (line.segments.size() < 2 && line.tokens.size() > mostWordsAlone)
            continue;
        for (int s = line.segments.first; s < line.segments.last; ++s)
            if (const auto &box = text.segments[s].box; box.left() < high + 1 && box.right() > low - 1)
                between.emplace_back(&text.segments[s], line.segments.size() < 2 ? worthAlone : 1);
    }
    return between;
}

constexpr double costOfMerging = 0.6;
/// A blank between words, in their heights.
constexpr double blank = 0.35;
constexpr int fewestWithoutHead = 2;

/// What stands between the cells of two neighbouring heads in most lines is a column that has none.
void addWithoutHeads(std::vector<Column> &columns, const Text &text, const Span &body)
{
    for (std::size_t c = 0; c + 1 < columns.size(); ++c) {
        QRectF between;
        int both = 0, lines = 0;
        for (int l = body.first; l < body.last; ++l) {
            const auto &line = text.lines[l];
            const auto under = [&](const Column &column) {
                for (int s = line.segments.first; s < line.segments.last; ++s)
                    if (sharedWidth(text.segments[s].box, column.head) > 0)
                        return s;
                return -1;
            };
            const auto left = under(columns[c]), right = under(columns[c + 1]);
            if (left < 0 || right < 0 || left >= right)
                continue;
            ++both;
            if (right - left != 2)
                continue;
            if (!hasFigure(text, text.segments[left + 1].tokens))
                continue;
            const auto &box = text.segments[left + 1].box;
            between = between.isNull() ? box : between.united(box);
            ++lines;
        }
        const auto isApart = sharedWidth(between, columns[c].head) < 0 && sharedWidth(between, columns[c + 1].head) < 0;
        if (lines >= fewestWithoutHead && 3 * lines >= 2 * both && isApart)
            columns.insert(columns.begin() + std::ptrdiff_t(c++) + 1, Column{between, {}});
    }
}

/// What it costs to cut a segment at x: much through a word, less the wider the gap between two words is.
double costOfCut(const Text &text, const Segment &segment, double x)
{
    double cost = 0.4;
    for (int t = segment.tokens.first; t < segment.tokens.last; ++t) {
        const auto &box = text.tokens[t].box;
        if (x > box.left() && x < box.right())
            return cost + 0.6;
        if (t + 1 < segment.tokens.last && x >= box.right() && x <= text.tokens[t + 1].box.left())
            cost *= std::min(1.0, blank * box.height() / std::max(0.1, text.tokens[t + 1].box.left() - box.right()));
    }
    return cost;
}

} // namespace

void placeColumns(TableHead &head, const Text &text, const Span &body)
{
    auto &columns = head.columns;
    if (columns.empty())
        return;
    const auto height = std::max(1.0, text.page(head.page).wordHeight);
    // Columns at the sides, such as that of row names, often have no head.
    for (const bool atLeft : {true, false}) {
        QRectF side;
        int lines = 0, others = 0;
        for (int l = body.first; l < body.last; ++l) {
            const auto &line = text.lines[l];
            if (line.segments.size() < 2)
                continue;
            ++others;
            const auto &outer = text.segments[atLeft ? line.segments.first : line.segments.last - 1].box;
            const auto &edge = (atLeft ? columns.front() : columns.back()).head;
            const auto outside = atLeft ? outer.right() < edge.left() : outer.left() > edge.right();
            const auto isBeside =
                std::any_of(text.segments.begin() + line.segments.first, text.segments.begin() + line.segments.last,
                            [&edge](const Segment &s) { return sharedWidth(s.box, edge) > 0; });
            if (!outside || !isBeside)
                continue;
            side = side.isNull() ? outer : side.united(outer);
            ++lines;
        }
        if (lines >= 2 && 5 * lines >= 2 * others)
            columns.insert(atLeft ? columns.begin() : columns.end(), Column{side, {}});
    }
    addWithoutHeads(columns, text, body);
    columns.front().left = -1e6;
    columns.back().right = 1e6;
    for (std::size_t c = 0; c + 1 < columns.size(); ++c) {
        const auto &a = columns[c].head;
        const auto &b = columns[c + 1].head;
        const auto low = std::min(a.left() + 0.5 * std::min(a.width(), height), b.left());
        const auto high = std::max(b.right() - 0.5 * std::min(b.width(), height), low + 1);
        const auto middle = (a.right() + b.left()) / 2;
        const auto gaps = gapsBetween(columns, c, text, body);
        const auto between = segmentsBetween(low, high, text, body);
        double best = 0, cost = 1e18;
        constexpr int steps = 160;
        for (int i = 0; i <= steps; ++i) {
            const auto x = low + (high - low) * i / steps;
            double here = 0.3 * std::abs(x - middle) / std::max(1.0, high - low);
            // Heads are cut unwillingly.
            if (x > a.left() + 0.5 && x < a.right() - 0.5)
                here += 2;
            if (x > b.left() + 0.5 && x < b.right() - 0.5)
                here += 2;
            for (const auto &[from, to] : gaps)
                here += x < from || x > to ? costOfMerging : 0;
            for (const auto &[segment, worth] : between)
                if (x > segment->box.left() && x < segment->box.right())
                    here += worth * costOfCut(text, *segment, x);
            if (here < cost) {
                cost = here;
                best = x;
            }
        }
        columns[c].right = best;
        columns[c + 1].left = best;
    }
}

} // namespace xs::engine
