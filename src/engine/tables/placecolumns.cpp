// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/placecolumns.h"

#include "engine/text/words.h"

#include <algorithm>
#include <cmath>

namespace xs::engine {

namespace {

double sharedWidth(const QRectF &a, const QRectF &b)
{
    return std::min(a.right(), b.right()) - std::max(a.left(), b.left());
}

bool hasFigure(const Text &text, const Span &span)
{
    return std::any_of(text.tokens.begin() + span.first, text.tokens.begin() + span.last,
                       [](const Token &token) { return hasDigit(token.text); });
}

/// Where lines have just two cells nearest to the heads of columns c and c + 1, both with figures or the left one away
/// from its head: the gaps between these cells, through which the columns' border goes.
std::vector<std::pair<double, double>> gapsBetween(const std::vector<Column> &columns, std::size_t c, const Text &text,
                                                   const Span &body, bool rowsAreResults)
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
        int figures = 0;
        for (int s = line.segments.first; s < line.segments.last; ++s)
            if (const auto &box = text.segments[s].box; isNearest(box)) {
                cells.push_back(box);
                figures += hasFigure(text, text.segments[s].tokens);
            }
        const auto isAway = rowsAreResults && cells.size() == 2 && sharedWidth(columns[c].head, cells[0]) < 0;
        if (cells.size() == 2 && (figures == 2 || (figures == 1 && isAway)))
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

void placeColumns(TableHead &head, const Text &text, const Span &body, bool rowsAreResults)
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
        const auto gaps = gapsBetween(columns, c, text, body, rowsAreResults);
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
