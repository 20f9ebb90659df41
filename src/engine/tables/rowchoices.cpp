// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/rowchoices.h"

#include "engine/text/words.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr qsizetype longestMark = 4;
constexpr std::size_t fewestRows = 3;

bool isMark(const QString &word)
{
    return !word.isEmpty() && word.size() <= longestMark && digitsIn(word) == 0 && word == word.toUpper();
}

/// The mark that a description names for a value, behind it: "credit if marked CR"; empty for none.
QString markFor(const QString &description, const QString &value)
{
    static const QRegularExpression end(uR"([,;.]|$)"_s);
    const auto at = description.indexOf(value, 0, Qt::CaseInsensitive);
    if (at < 0)
        return {};
    const auto from = at + value.size();
    const auto clause = description.sliced(from, description.indexOf(end, from) - from);
    const auto words = clause.split(u' ', Qt::SkipEmptyParts);
    const auto mark = std::ranges::find_if(words, isMark);
    return words.size() >= 2 && mark != words.end() ? *mark : QString();
}

/// Where a row has a word for itself; empty where it has not.
Span wordIn(const Row &row, const QString &word, const Text &text)
{
    const auto &tokens = text.lines[row.lines.first].tokens;
    for (int t = tokens.first; t < tokens.last; ++t)
        if (text.tokens[t].text == word)
            return {t, t + 1};
    return {};
}

/// What stands for a value that is not written: the row's first value.
Span firstOf(const Row &row)
{
    const auto value = std::ranges::find_if(row.values, [](const auto &v) { return v && !v->spans.empty(); });
    return value == row.values.end() ? Span() : (*value)->spans.front();
}

Candidate choice(const QString &value, const Span &span)
{
    Candidate candidate;
    candidate.value = toStd(value);
    candidate.spans = {span};
    candidate[Feature::Quality] = 0.7;
    candidate[Feature::LabelSimilarity] = 0.5;
    return candidate;
}

/// Gives every row without a value the one that is not `value`.
void fillOther(std::vector<Row> &rows, std::size_t field, const QStringList &values, const QString &value)
{
    const auto &other = values[0] == value ? values[1] : values[0];
    for (auto &row : rows)
        if (!row.values[field])
            row.values[field] = choice(other, firstOf(row));
}

/// Whether marks in the rows tell the values.
bool fillByMarks(std::vector<Row> &rows, std::size_t f, const FieldSpec &field, const Text &text)
{
    for (const auto &value : field.field.enumValues) {
        const auto mark = markFor(field.field.description, value);
        if (mark.isEmpty())
            continue;
        bool any = false;
        for (auto &row : rows)
            if (const auto word = wordIn(row, mark, text); !word.isEmpty()) {
                row.values[f] = choice(value, word);
                any = true;
            }
        if (any && field.field.enumValues.size() == 2)
            fillOther(rows, f, field.field.enumValues, value);
        if (any)
            return true;
    }
    return false;
}

} // namespace

void fillChoices(std::vector<Row> &rows, const std::vector<FieldSpec> &fields, const Text &text)
{
    for (std::size_t f = 0; f < fields.size(); ++f) {
        const auto &field = fields[f];
        if (field.kind != ValueKind::Choice || rows.size() < fewestRows)
            continue;
        const auto filled = std::ranges::count_if(rows, [f](const Row &row) { return row.values[f].has_value(); });
        if (filled == 0 && fillByMarks(rows, f, field, text))
            continue;
        if (filled == 0 || field.field.enumValues.size() != 2 || field.field.presence != schema::Presence::Required)
            continue;
        const auto &first =
            (*std::ranges::find_if(rows, [f](const Row &row) { return row.values[f].has_value(); })).values[f]->value;
        const auto same =
            std::ranges::all_of(rows, [&](const Row &row) { return !row.values[f] || row.values[f]->value == first; });
        if (same && first.is_string())
            fillOther(rows, f, field.field.enumValues, toQString(first));
    }
}

} // namespace xs::engine
