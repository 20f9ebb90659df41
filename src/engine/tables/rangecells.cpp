// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/rangecells.h"

#include "engine/fields/wish.h"
#include "engine/text/numbers.h"
#include "engine/text/segmenttext.h"
#include "engine/text/words.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr double qualityOfEnd = 0.8;

/// The ends of a range; one of them may be open.
struct Range
{
    std::optional<double> low, high;
    Span words;
};

struct EndFields
{
    int low = -1, high = -1;
};

/// By name, title or description: "reference_low", "obere Grenze".
EndFields endFieldsOf(const std::vector<FieldSpec> &fields)
{
    static const Wish lower("lowerEnd"), upper("upperEnd");
    EndFields ends;
    for (int f = 0; f < int(fields.size()); ++f) {
        const auto &field = fields[std::size_t(f)];
        if (!field.isNumeric())
            continue;
        const auto words =
            field.nameWords.join(u' ') + u", "_s + fold(field.field.title) + u", "_s + fold(field.field.description);
        const auto isLower = lower.isIn(words), isUpper = upper.isIn(words);
        if (isLower != isUpper)
            (isLower ? ends.low : ends.high) = f;
    }
    return ends;
}

std::optional<Range> rangeIn(const Row &row, const Workspace &workspace)
{
    static const QRegularExpression both(
        uR"((?<![\d.,/\-–])(\d+(?:[.,]\d+)?)\s?[-–—]\s?(\d+(?:[.,]\d+)?)(?![\d.,/\-–]*\d))"_s);
    static const QRegularExpression open(uR"(([<>≤≥])\s?(\d+(?:[.,]\d+)?)(?![\d.,]*\d))"_s);
    const auto &text = workspace.text;
    const Span tokens{text.lines[std::size_t(row.lines.first)].tokens.first,
                      text.lines[std::size_t(row.lines.last) - 1].tokens.last};
    const SpanText line(text, tokens);
    const auto number = [&](const QString &digits) {
        int decimals = 0;
        return readNumber(digits, workspace.occurrences.decimalSign(), &decimals);
    };
    std::vector<Range> found;
    for (auto matches = both.globalMatch(line.string()); matches.hasNext();) {
        const auto match = matches.next();
        const auto low = number(match.captured(1)), high = number(match.captured(2));
        if (low && high && *low < *high)
            found.push_back({low, high, line.tokens(match.capturedStart(), match.capturedLength())});
    }
    for (auto matches = open.globalMatch(line.string()); matches.hasNext();) {
        const auto match = matches.next();
        const auto end = number(match.captured(2));
        const auto isBelow = match.captured(1) == "<"_L1 || match.captured(1) == u"≤";
        Range range{{}, {}, line.tokens(match.capturedStart(), match.capturedLength())};
        (isBelow ? range.high : range.low) = end;
        if (end)
            found.push_back(range);
    }
    return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
}

void setEnd(Row &row, int field, const std::optional<double> &end, const Span &words, const FieldSpec &spec)
{
    if (field < 0)
        return;
    auto &value = row.values[std::size_t(field)];
    value.reset();
    if (!end)
        return;
    Candidate candidate;
    const auto isWhole = *end == double(qint64(*end));
    candidate.value =
        isWhole && (spec.field.type == schema::FieldType::Integer || spec.field.type == schema::FieldType::Number)
            ? Json(qint64(*end))
            : Json(*end);
    candidate.spans = {words};
    candidate[Feature::Quality] = qualityOfEnd;
    candidate[Feature::LabelSimilarity] = qualityOfEnd;
    value = candidate;
}

} // namespace

void readRanges(std::vector<Row> &rows, const std::vector<FieldSpec> &fields, const Workspace &workspace)
{
    const auto ends = endFieldsOf(fields);
    if (ends.low < 0 || ends.high < 0)
        return;
    // Columns of their own for both ends need no ranges.
    const auto isWhole = [&](const Row &row) {
        return row.values[std::size_t(ends.low)] && row.values[std::size_t(ends.high)];
    };
    if (2 * std::ranges::count_if(rows, isWhole) > std::ssize(rows))
        return;
    for (auto &row : rows)
        if (const auto range = rangeIn(row, workspace)) {
            setEnd(row, ends.low, range->low, range->words, fields[std::size_t(ends.low)]);
            setEnd(row, ends.high, range->high, range->words, fields[std::size_t(ends.high)]);
        }
}

} // namespace xs::engine
