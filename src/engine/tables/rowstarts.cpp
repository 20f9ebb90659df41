// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/rowstarts.h"

#include "engine/tables/mergedcells.h"
#include "engine/text/words.h"

#include <algorithm>
#include <cmath>

namespace xs::engine {

namespace {

/// The share of the best supported line's support that a row's figures need from those of other rows.
constexpr double leastSupport = 0.34;
/// Lines before and behind one that its figures are compared with.
constexpr std::size_t mostCompared = 30;
constexpr int mostWordsOfHeading = 10;
/// Of a row whose cells stand apart, and of a sentence that its columns cut.
constexpr int fewestCellsOfSentence = 3;

/// Whether most figures of a line stand below or above those of another.
bool areAligned(const TableBody &body, const BodyLine &one, const BodyLine &other)
{
    int figures = 0, aligned = 0;
    for (std::size_t f = 0; f < body.fields.size(); ++f) {
        if (!one.values[f] || !other.values[f] || !body.fields[f].isNumeric())
            continue;
        const auto here = body.text.boxOf(one.values[f]->spans.front());
        const auto there = body.text.boxOf(other.values[f]->spans.front());
        const auto close = 1.3 * std::max(here.height(), there.height());
        ++figures;
        aligned += std::abs(here.right() - there.right()) < close || std::abs(here.left() - there.left()) < close ||
                   std::abs(here.center().x() - there.center().x()) < close;
    }
    return 2 * aligned >= figures;
}

int wordsBeforeBracket(const Text &text, const Span &words)
{
    int t = words.first;
    while (t < words.last && !text.tokens[t].text.startsWith(u'('))
        ++t;
    return t - words.first;
}

/// A row that is called something and has few of the figures that others have.
bool isSparseRow(const TableBody &body, const BodyLine &line)
{
    const auto first = body.head.columns.front().field;
    return body.hints.rowsAreResults && line.typed >= 2 && 3 * line.typed >= body.mostTyped && first >= 0 &&
           isWords(body.fields[first]) && line.values[first];
}

} // namespace

bool mayStart(const TableBody &body, const BodyLine &line)
{
    if (line.isTotal || line.isProse || line.isHead || line.fits == 0)
        return false;
    if (body.mostTyped > 0 && line.typed == 0)
        return line.fits >= 2 && 2 * line.fits > body.mostFits;
    if (body.mostTyped >= 2 && 2 * line.typed < body.mostTyped)
        return 3 * line.fits >= 2 * body.mostFits || isSparseRow(body, line);
    return 2 * line.fits >= body.mostFits;
}

int amountField(const TableBody &body)
{
    for (auto column = body.head.columns.rbegin(); column != body.head.columns.rend(); ++column) {
        if (column->field < 0 || body.fields[column->field].kind != ValueKind::Money)
            continue;
        int full = 0, filled = 0;
        for (const auto &line : body.lines) {
            if (!mayStart(body, line) || 10 * line.fits < 9 * body.mostFits)
                continue;
            ++full;
            filled += line.values[column->field].has_value();
        }
        return full > 0 && filled == full ? column->field : -1;
    }
    return -1;
}

void markSentences(TableBody &body)
{
    const auto cellsOf = [&body](const BodyLine &line) { return body.text.lines[line.line].segments.size(); };
    std::size_t rows = 0, parted = 0;
    for (const auto &line : body.lines) {
        if (!mayStart(body, line))
            continue;
        ++rows;
        parted += cellsOf(line) >= fewestCellsOfSentence;
    }
    if (3 * parted < 2 * rows)
        return;
    for (auto &line : body.lines) {
        const auto pieces = std::ranges::count_if(line.cells, [](const Span &cell) { return !cell.isEmpty(); });
        line.isProse |= cellsOf(line) == 1 && pieces >= fewestCellsOfSentence;
    }
}

std::vector<bool> rowStarts(const TableBody &body)
{
    const auto &lines = body.lines;
    std::vector<std::size_t> possible;
    const auto amount = amountField(body);
    // Notes below a row have figures too, but no amount; a line that is nearly full may lack it.
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (mayStart(body, lines[i]) &&
            (amount < 0 || lines[i].values[amount] || 4 * lines[i].fits >= 3 * body.mostFits))
            possible.push_back(i);
    std::vector<int> support(possible.size(), 0);
    const auto reach = std::ptrdiff_t(mostCompared);
    for (std::size_t i = 0; i < possible.size(); ++i)
        for (std::size_t k = i > mostCompared ? i - mostCompared : 0;
             k < possible.size() && std::ptrdiff_t(k) <= std::ptrdiff_t(i) + reach; ++k)
            support[i] += k != i && areAligned(body, lines[possible[i]], lines[possible[k]]) ? 1 : 0;
    const auto most = support.empty() ? 0 : *std::ranges::max_element(support);
    std::vector<bool> result(lines.size(), false);
    for (std::size_t i = 0; i < possible.size(); ++i)
        result[possible[i]] = double(support[i]) >= leastSupport * most;
    return result;
}

bool isGroupHeading(const TableBody &body, std::size_t at)
{
    const auto &lines = body.lines;
    const auto &line = body.text.lines[lines[at].line];
    if (body.starts[at] || lines[at].isTotal || line.segments.size() != 1 || line.tokens.isEmpty() ||
        wordsBeforeBracket(body.text, line.tokens) > mostWordsOfHeading)
        return false;
    auto next = at + 1;
    while (next < lines.size() && !body.starts[next] && next <= at + 2)
        ++next;
    if (next >= lines.size() || !body.starts[next])
        return false;
    const auto &row = body.text.lines[lines[next].line];
    if (row.page != line.page)
        return false;
    const auto words = body.text.textOf(line.tokens);
    if (std::ranges::none_of(words, [](QChar c) { return c.isLetter(); }) || words.endsWith(u'.'))
        return false;
    const auto height = std::max(1.0, line.wordHeight);
    const auto outdented = line.box.left() < row.box.left() - 0.5 * height;
    const auto shouts =
        words == words.toUpper() && body.text.textOf(row.tokens) != body.text.textOf(row.tokens).toUpper();
    const auto isFirst = at == 0 || (at > 0 && lines[at - 1].isTotal);
    const auto gap = at > 0 ? line.box.top() - body.text.lines[lines[at - 1].line].box.bottom() : 1e6;
    const auto below = row.box.top() - line.box.bottom();
    const auto apart = gap > below + 0.35 * height;
    return outdented || shouts || isFirst || apart;
}

bool isOtherHead(const Workspace &workspace, const Line &line)
{
    if (line.segments.size() < 3)
        return false;
    int labels = 0;
    for (int s = line.segments.first; s < line.segments.last; ++s)
        labels += workspace.labels.looksLikeLabel(workspace.text.segments[s].tokens);
    if (labels == line.segments.size())
        return true;
    const auto hasDigits =
        std::any_of(workspace.text.tokens.begin() + line.tokens.first, workspace.text.tokens.begin() + line.tokens.last,
                    [](const Token &token) { return hasDigit(token.text); });
    return line.segments.size() >= 4 && !hasDigits && 2 * labels >= line.segments.size();
}

} // namespace xs::engine
