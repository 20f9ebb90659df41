// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/inlinerows.h"

#include "engine/candidates/values.h"
#include "engine/tables/plainlists.h"
#include "engine/text/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr std::size_t mostFields = 3;

/// An entry's words before its brackets, and those in them.
struct Parts
{
    Span main;
    Span detail;
};

/// "English (fluent)", "First aid, 2019", "Spanish – B1".
Parts partsOf(const Text &text, const Span &entry)
{
    for (int i = entry.first + 1; i < entry.last; ++i) {
        const auto &word = text.tokens[i].text;
        if (word.startsWith(u'('))
            return {{entry.first, i}, {i, entry.last}};
        if (i + 1 < entry.last && word.size() == 1 && u"-–—:"_s.contains(word[0]))
            return {{entry.first, i}, {i + 1, entry.last}};
    }
    return {entry, {}};
}

/// The words in brackets without these, up to the first comma.
QString detailOf(const Text &text, const Span &detail)
{
    auto words = text.textOf(detail);
    words.remove(u'(').remove(u')');
    return cleanText(words.section(u',', 0, 0));
}

Candidate candidateOf(Json value, const Span &words)
{
    Candidate candidate;
    candidate.value = std::move(value);
    candidate.spans = {words};
    candidate[Feature::Quality] = 0.6;
    candidate[Feature::LabelSimilarity] = 0.5;
    return candidate;
}

/// A year in the words, for a field that asks for it.
std::optional<Candidate> yearIn(const FieldSpec &field, const Text &text, const Span &words)
{
    for (int i = words.first; i < words.last; ++i) {
        auto digits = text.tokens[i].text;
        digits.removeIf([](QChar c) { return !c.isDigit(); });
        if (digits.size() == 4 && (digits.startsWith("19"_L1) || digits.startsWith("20"_L1)))
            return candidateOf(field.isNumeric() ? Json(digits.toInt()) : Json(toStd(digits)), {i, i + 1});
    }
    return {};
}

} // namespace

std::vector<Row> readInlineRows(const schema::Field &list, const std::vector<FieldSpec> &fields,
                                const Workspace &workspace, const SearchArea &area)
{
    const auto isText = [](const FieldSpec &field) {
        return field.kind == ValueKind::Text || field.kind == ValueKind::Name;
    };
    const auto isYear = [](const FieldSpec &field) {
        return field.nameSays("year"_L1) && (field.isNumeric() || field.kind == ValueKind::Text);
    };
    if (fields.size() < 2 || fields.size() > mostFields || !isText(fields.front()) || isYear(fields.front()))
        return {};
    const auto &text = workspace.text;
    std::vector<Row> rows;
    int full = 0;
    for (const auto &entry : listedEntries(list, workspace, area)) {
        const auto parts = partsOf(text, entry);
        Row row;
        row.values.resize(fields.size());
        const auto line = text.tokens[entry.first].line;
        row.lines = {line, line + 1};
        row.values[0] = candidateOf(toStd(cleanText(text.textOf(parts.main))), parts.main);
        for (std::size_t f = 1; f < fields.size() && !parts.detail.isEmpty(); ++f) {
            if (isYear(fields[f]))
                row.values[f] = yearIn(fields[f], text, parts.detail);
            else if (const auto detail = detailOf(text, parts.detail); isText(fields[f]) && lettersIn(detail) > 0)
                row.values[f] = candidateOf(toStd(detail), parts.detail);
        }
        full += row.filled() > 1;
        rows.push_back(std::move(row));
    }
    return 2 * full >= int(rows.size()) ? rows : std::vector<Row>();
}

} // namespace xs::engine
