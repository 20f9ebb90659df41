// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pages/pageitems.h"

#include "engine/pages/flowitems.h"
#include "engine/pages/runningheads.h"
#include "engine/text/lines.h"
#include "engine/text/words.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr int deepestHeading = 6;
/// How much larger than others the words of a heading are. Recognised boxes hug the ink and differ by themselves.
constexpr double headingSize = 1.18;
constexpr double headingSizeRecognised = 1.5;
/// Headings whose sizes differ by less than this share are of one level.
constexpr double sameSize = 0.08;

std::optional<double> confidenceOf(const Text &text, const Span &tokens, bool recognised)
{
    if (!recognised || tokens.isEmpty())
        return {};
    double sum = 0;
    for (int t = tokens.first; t < tokens.last; ++t)
        sum += text.tokens[t].confidence;
    return std::round(sum / tokens.size() * 10000) / 10000;
}

/// The column that a word of a table stands in.
std::size_t columnOf(const QRectF &box, const std::vector<ColumnRange> &columns)
{
    std::size_t best = 0;
    double nearest = std::numeric_limits<double>::max();
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const auto x = std::clamp(box.center().x(), columns[c].left, columns[c].right);
        const auto distance = std::abs(x - box.center().x());
        if (distance < nearest) {
            nearest = distance;
            best = c;
        }
    }
    return best;
}

/// What one line of a table holds in each column.
struct CellLine
{
    QStringList texts;
    std::vector<ItemLine> words;
};

CellLine cellsOf(const Text &text, const PieceRow &row, const std::vector<ColumnRange> &columns)
{
    CellLine cells{QStringList(qsizetype(columns.size())), std::vector<ItemLine>(columns.size())};
    for (const auto &piece : row.pieces)
        for (int t = piece.tokens.first; t < piece.tokens.last; ++t) {
            const auto &token = text.tokens[t];
            const auto column = columnOf(token.box, columns);
            auto &cell = cells.texts[qsizetype(column)];
            if (!cell.isEmpty() && text.isSeparated(t))
                cell += u' ';
            cell += token.text;
            cells.words[column].push_back({token.text, token.box});
        }
    return cells;
}

/// Begins a row of a table with its first line.
void beginRow(PageItem &table, CellLine cells)
{
    auto &row = table.cellLines.emplace_back(cells.words.size());
    for (std::size_t c = 0; c < row.size(); ++c)
        if (!cells.words[c].empty())
            row[c].push_back(std::move(cells.words[c]));
    table.rows.push_back(std::move(cells.texts));
}

/// Adds a further line to the last row of a table.
void extendRow(PageItem &table, CellLine cells)
{
    for (std::size_t c = 0; c < cells.words.size(); ++c) {
        if (cells.words[c].empty())
            continue;
        auto &text = table.rows.back()[qsizetype(c)];
        text = (text + u' ' + cells.texts[qsizetype(c)]).trimmed();
        table.cellLines.back()[c].push_back(std::move(cells.words[c]));
    }
}

int filledCells(const QStringList &cells)
{
    return int(std::ranges::count_if(cells, [](const QString &cell) { return !cell.isEmpty(); }));
}

/// Whether a row of words only goes on with cells of the row above: close to it, with at most half as many cells, each
/// below another. The lines of a head may complete each other.
bool continuesRow(const QStringList &above, const QStringList &cells, bool isHead, double gap, double height)
{
    if (gap > 0.9 * height)
        return false;
    if (isHead && cells.size() > 2 && filledCells(cells) < filledCells(above) && gap <= 0.5 * height &&
        !hasDigit(above.join(QString())) && !hasDigit(cells.join(QString())))
        return true;
    for (qsizetype c = 0; c < cells.size(); ++c) {
        const auto letters = std::ranges::any_of(cells[c], [](QChar c) { return c.isLetter(); });
        if (!cells[c].isEmpty() && (above[c].isEmpty() || !letters))
            return false;
    }
    return 2 * filledCells(cells) <= filledCells(above);
}

PageItem tableItem(const Text &text, const Region &region)
{
    PageItem item;
    item.kind = PageItem::Kind::Table;
    const PieceRow *previous = nullptr;
    for (const auto &row : region.rows) {
        auto cells = cellsOf(text, row, region.columns);
        const auto gap = previous ? row.box.top() - previous->box.bottom() : 0;
        if (previous && continuesRow(item.rows.back(), cells.texts, item.rows.size() == 1, gap, row.wordHeight))
            extendRow(item, std::move(cells));
        else
            beginRow(item, std::move(cells));
        item.box = previous ? item.box.united(row.box) : row.box;
        previous = &row;
    }
    return item;
}

/// The words of an item's box that belong to a region.
Span tokensOf(const Region &region)
{
    Span span{std::numeric_limits<int>::max(), 0};
    for (const auto &row : region.rows)
        for (const auto &piece : row.pieces) {
            span.first = std::min(span.first, piece.tokens.first);
            span.last = std::max(span.last, piece.tokens.last);
        }
    return span;
}

void addRegion(const Text &text, const Page &page, const Region &region, double headingHeight, ParsedPage &parsed)
{
    auto items = region.kind == Region::Kind::Table ? std::vector<PageItem>{tableItem(text, region)}
                                                    : flowItems(text, region.rows, headingHeight);
    const auto confidence = confidenceOf(text, tokensOf(region), page.recognised);
    for (auto &item : items) {
        item.confidence = confidence;
        parsed.items.push_back(std::move(item));
    }
}

/// The largest headings of the document are of the first level, and so on.
void setLevels(std::vector<ParsedPage> &pages)
{
    std::vector<double> heights;
    for (const auto &page : pages)
        for (const auto &item : page.items)
            if (item.kind == PageItem::Kind::Heading)
                heights.push_back(item.wordHeight);
    std::ranges::sort(heights, std::greater());
    std::vector<double> levels;
    for (const auto height : heights)
        if (levels.empty() || height < (1 - sameSize) * levels.back())
            levels.push_back(height);
    for (auto &page : pages)
        for (auto &item : page.items) {
            const auto own = std::ranges::find_if(
                levels, [&item](double height) { return item.wordHeight >= (1 - sameSize) * height; });
            if (item.kind == PageItem::Kind::Heading)
                item.level = std::min(deepestHeading, int(own - levels.begin()) + 1);
        }
}

PageItem marginItem(const Text &text, const Page &page, int line, PageItem::Kind kind)
{
    PageItem item;
    item.kind = kind;
    item.box = text.lines[line].box;
    item.text = text.textOf(text.lines[line].tokens);
    item.lines << item.text;
    item.wordLines.push_back(wordsOf(text, text.lines[line].tokens));
    item.confidence = confidenceOf(text, text.lines[line].tokens, page.recognised);
    return item;
}

/// Boxes of level words become those of the page as it is shown.
void putOnPage(std::vector<PageItem> &items, const Levelling &levelling)
{
    const auto putLine = [&levelling](ItemLine &line) {
        for (auto &word : line)
            word.box = levelling.onPage(word.box);
    };
    for (auto &item : items) {
        item.box = levelling.onPage(item.box);
        std::ranges::for_each(item.wordLines, putLine);
        for (auto &row : item.cellLines)
            for (auto &cell : row)
                std::ranges::for_each(cell, putLine);
    }
}

} // namespace

std::vector<ParsedPage> parsePages(const std::vector<document::ReadPage> &pages)
{
    Text text;
    std::vector<double> heights;
    for (const auto &page : pages)
        appendPage(text, page.number, page.size, page.words, page.filledFields);
    for (const auto &token : text.tokens)
        heights.push_back(token.box.height());
    const auto bodyHeight = median(std::move(heights));
    const RunningHeads margins(text);
    std::vector<ParsedPage> parsed;
    for (std::size_t p = 0; p < pages.size(); ++p) {
        const auto &page = text.pages[p];
        ParsedPage result;
        result.number = page.number;
        result.size = page.levelling.pageSize();
        result.turn = pages[p].turn;
        result.confidence = confidenceOf(text, page.tokens, page.recognised);
        result.printedNumber = margins.printedNumber(page);
        for (const auto line : margins.headers(page))
            result.items.push_back(marginItem(text, page, line, PageItem::Kind::Header));
        const auto headingHeight = bodyHeight * (page.recognised ? headingSizeRecognised : headingSize);
        const auto isMargin = [&margins](int line) { return margins.contains(line); };
        for (const auto &region : regionsOf(text, page, headingHeight, isMargin))
            addRegion(text, page, region, headingHeight, result);
        for (const auto line : margins.footers(page))
            result.items.push_back(marginItem(text, page, line, PageItem::Kind::Footer));
        if (!page.levelling.isLevel())
            putOnPage(result.items, page.levelling);
        parsed.push_back(std::move(result));
    }
    setLevels(parsed);
    return parsed;
}

} // namespace xs::engine
