// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/rowtexts.h"

#include "engine/candidates/values.h"
#include "engine/tables/mergedcells.h"
#include "engine/tables/rowstarts.h"
#include "engine/tables/tablecells.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace xs::engine {

namespace {

/// How much of a text's height must stand beside the figures of the row that it leads into.
constexpr double leastBeside = 0.15;

/// Whether cells of a field may have several lines. Names and places may where every row is a result.
bool goesOn(const TableBody &body, int field)
{
    return body.hints.rowsAreResults ? isWords(body.fields[field]) : body.fields[field].kind == ValueKind::Text;
}

/// The line below a row's text, for the field that asks for it.
bool takeSecondLine(const TableBody &body, Row &row, const BodyLine &line)
{
    if (body.secondField < 0 || row.values[body.secondField] || line.isTotal)
        return false;
    for (std::size_t c = 0; c < body.head.columns.size(); ++c) {
        const auto f = body.head.columns[c].field;
        if (f < 0 || body.fields[f].isNumeric() || !row.values[f] || line.cells[c].isEmpty())
            continue;
        auto value = readCell(body.fields[body.secondField], body.workspace, line.cells[c]);
        if (!value)
            continue;
        (*value)[Feature::LabelSimilarity] = body.head.columns[c].similarity;
        row.values[body.secondField] = std::move(value);
        row.close = line.line + 1;
        return true;
    }
    return false;
}

/// The second line of a row under the second line of the head.
void addSecondLine(const TableBody &body, Row &row, const Line &line)
{
    const auto slack = 0.7 * line.wordHeight;
    for (std::size_t c = 0; c < body.head.lower.size(); ++c) {
        const auto &column = body.head.lower[c];
        if (column.field < 0 || row.values[column.field])
            continue;
        const auto left = column.head.left() - slack;
        const auto right = c + 1 < body.head.lower.size() ? body.head.lower[c + 1].head.left() - slack : 1e6;
        Span cell;
        for (int t = line.tokens.first; t < line.tokens.last; ++t) {
            const auto x = body.text.tokens[t].box.left();
            if (x >= left && x < right)
                cell = cell.isEmpty() ? Span{t, t + 1} : Span{cell.first, t + 1};
        }
        if (cell.isEmpty())
            continue;
        auto value = readCell(body.fields[column.field], body.workspace, cell);
        if (!value)
            continue;
        (*value)[Feature::LabelSimilarity] = column.similarity;
        row.values[column.field] = std::move(value);
        row.close = body.text.tokens[cell.first].line + 1;
    }
}

/// "Batch: 12", but not "(tested: 12)".
bool hasLabel(const QString &text)
{
    const auto colon = text.indexOf(u':');
    return colon >= 0 && !text.first(colon).contains(u'(');
}

} // namespace

bool leadsInto(const TableBody &body, const BodyLine &line, const BodyLine &row)
{
    if (line.typed > 0 || line.isTotal || body.text.lines[line.line].page != body.text.lines[row.line].page)
        return false;
    for (std::size_t c = 0; c < body.head.columns.size(); ++c) {
        const auto f = body.head.columns[c].field;
        if (f < 0 || body.fields[f].kind != ValueKind::Text || line.cells[c].isEmpty())
            continue;
        const auto text = body.text.boxOf(line.cells[c]);
        return std::ranges::any_of(row.values, [&](const std::optional<Candidate> &value) {
            return value && value->value.is_number() &&
                   text.bottom() - body.text.boxOf(value->spans.front()).top() > leastBeside * text.height();
        });
    }
    return false;
}

void beginAbove(const TableBody &body, Row &row, const BodyLine &above)
{
    BodyLine here;
    here.line = row.lines.first;
    here.values = row.values;
    if (!leadsInto(body, above, here))
        return;
    for (std::size_t c = 0; c < body.head.columns.size(); ++c) {
        const auto f = body.head.columns[c].field;
        if (f < 0 || body.fields[f].kind != ValueKind::Text || above.cells[c].isEmpty() || !above.values[f])
            continue;
        auto second = std::exchange(row.values[f], above.values[f]);
        if (!second)
            continue;
        if (body.secondField >= 0 && !row.values[body.secondField]) {
            row.values[body.secondField] = std::move(second);
        } else if (!body.fields[f].firstLine && second->value.is_string()) {
            auto &value = *row.values[f];
            value.value = toStd(toQString(value.value) + u' ' + toQString(second->value));
            value.spans.insert(value.spans.end(), second->spans.begin(), second->spans.end());
        }
    }
    row.lines.first = above.line;
}

bool isLeading(const TableBody &body, std::size_t at)
{
    const auto &lines = body.lines;
    if (!body.hints.rowsAreResults || body.starts[at] || lines[at].typed > 0 || lines[at].isTotal ||
        at + 1 >= lines.size() || !(body.starts[at + 1] || isLeading(body, at + 1)) || isGroupHeading(body, at))
        return false;
    const auto &line = body.text.lines[lines[at].line], &below = body.text.lines[lines[at + 1].line];
    const auto above = at > 0
                           ? body.text.lines[lines[at - 1].line].box.bottom()
                           : body.text.lines[body.head.lines.last - (body.head.lines.isEmpty() ? 0 : 1)].box.bottom();
    return line.page == below.page &&
           below.box.top() - line.box.bottom() + 0.25 * line.wordHeight < line.box.top() - above;
}

void addLeading(TableBody &body, std::size_t at)
{
    auto &lines = body.lines;
    for (auto k = at; k > 0 && isLeading(body, k - 1); --k)
        for (std::size_t c = 0; c < body.head.columns.size(); ++c) {
            const auto f = body.head.columns[c].field;
            const auto &cell = lines[k - 1].cells[c];
            if (f < 0 || cell.isEmpty() || !goesOn(body, f) || !body.head.columns[c].together.empty())
                continue;
            auto &value = lines[at].values[f];
            const auto words = cleanText(body.text.textOf(cell));
            if (value && value->value.is_string()) {
                value->value = toStd(words + u' ' + toQString(value->value));
                value->spans.insert(value->spans.begin(), cell);
            } else if (!value) {
                value = readCell(body.fields[f], body.workspace, cell);
                if (value)
                    (*value)[Feature::LabelSimilarity] = body.head.columns[c].similarity;
            }
        }
}

void addContinuation(const TableBody &body, Row &row, const BodyLine &line, int distance)
{
    if (distance <= 1 && !body.head.lower.empty()) {
        addSecondLine(body, row, body.text.lines[line.line]);
        return;
    }
    const auto &above = body.text.lines[row.lines.last - 1];
    const auto &here = body.text.lines[line.line];
    const auto gap = (here.box.top() - above.box.bottom()) / std::max(1.0, here.wordHeight);
    if (gap > 1.0 || distance > 3 || line.typed > 1)
        return;
    if (distance == 0 && takeSecondLine(body, row, line))
        return;
    for (std::size_t c = 0; c < body.head.columns.size(); ++c) {
        const auto f = body.head.columns[c].field;
        if (f >= 0 && !row.values[f] && line.values[f] && distance == 0) {
            row.values[f] = line.values[f];
            row.close = line.line + 1;
            continue;
        }
        if (f < 0 || line.cells[c].isEmpty() || !row.values[f] || body.fields[f].firstLine || !goesOn(body, f))
            continue;
        const auto text = cleanText(body.text.textOf(line.cells[c]));
        const auto labelled =
            body.workspace.labels.looksLikeLabel({line.cells[c].first, line.cells[c].first + 1}) || hasLabel(text);
        auto &value = *row.values[f];
        const auto &last = value.spans.back();
        const auto aligned = std::abs(body.text.tokens[line.cells[c].first].box.left() -
                                      body.text.boxOf(value.spans.front()).left()) < 0.7 * here.wordHeight;
        // Only a text that fills its column is broken.
        const auto room =
            body.head.columns[c].right < 1e5 ? body.head.columns[c].right - body.text.boxOf(last).right() : 0;
        const auto nextWord = body.text.tokens[line.cells[c].first].box.width();
        if (labelled || !aligned || text.isEmpty() || room > 2.2 * nextWord + 4 * here.wordHeight ||
            !value.value.is_string())
            continue;
        auto joined = toQString(value.value);
        joined = joined.endsWith(u'-') && joined.size() > 1 && joined[joined.size() - 2].isLower()
                     ? joined.chopped(1) + text
                     : joined + u' ' + text;
        value.value = toStd(joined);
        value.spans.push_back(line.cells[c]);
        row.close = line.line + 1;
    }
}

} // namespace xs::engine
