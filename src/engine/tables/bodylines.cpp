// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/bodylines.h"

#include "engine/tables/cellparts.h"
#include "engine/tables/itemroles.h"
#include "engine/tables/rowbands.h"
#include "engine/tables/tablecells.h"
#include "engine/text/periods.h"
#include "engine/text/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

/// A line of prose is one run of words that columns cut into pieces.
constexpr int fewestWordsOfProse = 8;
constexpr int fewestPiecesOfProse = 3;
constexpr int fewestPeriods = 2;

/// Notes in the margin are no part of the table.
bool isBeside(const TableBody &body, const Line &line)
{
    const auto slack = 2 * line.wordHeight;
    return line.box.right() < body.head.columns.front().head.left() - slack ||
           line.box.left() > body.head.columns.back().head.right() + slack;
}

bool isMostlyWords(const Text &text, const Span &tokens)
{
    const auto words = std::count_if(text.tokens.begin() + tokens.first, text.tokens.begin() + tokens.last,
                                     [](const Token &token) { return token.text[0].isLetter(); });
    return 3 * words >= 2 * tokens.size();
}

void take(const TableBody &body, BodyLine &line, int field, Candidate value, double similarity)
{
    value[Feature::LabelSimilarity] = similarity;
    ++line.fits;
    line.typed += isTyped(body.fields[field]);
    line.values[field] = std::move(value);
}

/// A cell with the values of several fields.
void readTogether(const TableBody &body, const Column &column, const Span &cell, BodyLine &line)
{
    std::vector<const FieldSpec *> fields;
    for (const auto f : column.together)
        fields.push_back(&body.fields[f]);
    auto parts = cellParts(fields, body.workspace, cell);
    for (std::size_t k = 0; k < parts.size(); ++k)
        if (parts[k])
            take(body, line, column.together[k], std::move(*parts[k]), column.similarity);
}

/// "in TEUR | Q3 2025 | Q3 2024": periods where rows have figures.
bool saysPeriods(const TableBody &body, const BodyLine &line)
{
    int periods = 0;
    for (std::size_t c = 1; c < line.cells.size(); ++c) {
        const auto f = body.head.columns[c].field;
        if (line.cells[c].isEmpty())
            continue;
        if (f >= 0 && (!body.fields[f].isNumeric() || body.fields[f].nameSays("year"_L1)))
            return false;
        const auto words = body.text.textOf(line.cells[c]);
        if (!hasDigit(words))
            return false;
        if (const auto rest = withoutPeriods(words); lettersIn(rest) + digitsIn(rest) > 0)
            return false;
        ++periods;
    }
    return periods >= fewestPeriods;
}

/// Whether a line's quantity times its price is its amount.
bool multiplies(const TableBody &body, const BodyLine &line)
{
    const auto roles = itemRoles(body.fields);
    const auto sums = rowSums({Row{line.values, line.lines, line.line + 1}}, body.fields, body.workspace);
    return roles.quantity >= 0 && sums.right > 0;
}

/// "30/05 Payment received 600.00": what has a day of its own is something that happened and no sum.
bool beginsWithDay(const TableBody &body, const BodyLine &line)
{
    const auto first = std::ranges::find_if(line.cells, [](const Span &cell) { return !cell.isEmpty(); });
    if (first == line.cells.end())
        return false;
    const auto f = body.head.columns[std::size_t(first - line.cells.begin())].field;
    return f >= 0 && body.fields[f].kind == ValueKind::Date && line.values[f];
}

BodyLine readLine(TableBody &body, const RowMarks &marks, int l)
{
    BodyLine result;
    result.line = l;
    result.lines = {l, l + 1};
    result.cells = cellsOfLine(body.text, body.text.lines[l], body.head.columns);
    result.values.resize(body.fields.size());
    for (std::size_t c = 0; c < body.head.columns.size(); ++c) {
        const auto f = body.head.columns[c].field;
        if (f < 0 || result.cells[c].isEmpty())
            continue;
        if (!body.head.columns[c].together.empty()) {
            readTogether(body, body.head.columns[c], result.cells[c], result);
            continue;
        }
        auto value = readCell(body.fields[f], body.workspace, result.cells[c]);
        if (!value)
            continue;
        take(body, result, f, std::move(*value), body.head.columns[c].similarity);
    }
    marks.addTo(result);
    const auto pieces = std::ranges::count_if(result.cells, [](const Span &cell) { return !cell.isEmpty(); });
    result.isProse = body.text.lines[l].segments.size() == 1 && pieces >= fewestPiecesOfProse &&
                     body.text.lines[l].tokens.size() >= fewestWordsOfProse &&
                     isMostlyWords(body.text, body.text.lines[l].tokens);
    result.isTotal = !body.hints.totalsAreRows &&
                     (isTotalLine(body.workspace, body.text.lines[l]) ||
                      (!beginsWithDay(body, result) &&
                       endsInTotal(body.workspace, body.text.lines[l], body.head.columns.back().head.right())));
    // "Total station survey, 3 days at 1,680.00" is no total.
    result.isTotal = result.isTotal && !multiplies(body, result);
    result.isHead = saysPeriods(body, result);
    const auto counts = !result.isTotal && !result.isHead;
    body.mostFits = std::max(body.mostFits, counts ? result.fits : 0);
    body.mostTyped = std::max(body.mostTyped, counts ? result.typed : 0);
    return result;
}

} // namespace

bool isTyped(const FieldSpec &field)
{
    return field.isNumeric() || field.kind == ValueKind::Date || field.kind == ValueKind::Choice;
}

std::vector<BodyLine> readLines(TableBody &body, const RowMarks &marks, const Span &lines)
{
    std::vector<BodyLine> result;
    double bottom = 0;
    for (int l = lines.first; l < lines.last; ++l) {
        const auto &line = body.text.lines[l];
        const auto gap = (line.box.top() - bottom) / std::max(1.0, line.wordHeight);
        if (bottom > 0 && gap > widestRowGap)
            break;
        if (isBeside(body, line))
            continue;
        bottom = line.box.bottom();
        result.push_back(readLine(body, marks, l));
    }
    if (!body.hints.rowsAreResults)
        joinBands(body, result);
    return result;
}

} // namespace xs::engine
