// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/inlinerows.h"

#include "engine/candidates/values.h"
#include "engine/fields/sectionnames.h"
#include "engine/tables/plainlists.h"
#include "engine/tables/sectionheads.h"
#include "engine/tables/sectionlines.h"
#include "engine/text/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr std::size_t mostFields = 3;
constexpr int mostWordsOfPart = 6;
constexpr std::size_t mostRows = 30;
/// The share of a section's lines that must have two parts.
constexpr double mostlyParted = 0.6;

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
    if (const auto bracket = words.indexOf(u'('); bracket > 0)
        words.truncate(bracket);
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

bool isYearField(const FieldSpec &field)
{
    return field.nameSays("year"_L1) && (field.isNumeric() || field.kind == ValueKind::Text);
}

bool isTextField(const FieldSpec &field)
{
    return field.kind == ValueKind::Text || field.kind == ValueKind::Name;
}

Row rowOf(const Parts &parts, const std::vector<FieldSpec> &fields, const Text &text)
{
    Row row;
    row.values.resize(fields.size());
    const auto line = text.tokens[parts.main.first].line;
    row.lines = {line, line + 1};
    row.values[0] = candidateOf(toStd(cleanText(text.textOf(parts.main))), parts.main);
    for (std::size_t f = 1; f < fields.size() && !parts.detail.isEmpty(); ++f) {
        if (isYearField(fields[f]))
            row.values[f] = yearIn(fields[f], text, parts.detail);
        else if (const auto detail = detailOf(text, parts.detail); isTextField(fields[f]) && lettersIn(detail) > 0)
            row.values[f] = candidateOf(toStd(detail), parts.detail);
    }
    return row;
}

/// The segment's words without a mark before them.
Span wordsOf(const Text &text, int segment)
{
    auto words = text.segments[segment].tokens;
    const auto &first = text.tokens[words.first].text;
    if (words.size() > 1 && first.size() == 1 && !first[0].isLetterOrNumber())
        ++words.first;
    return words;
}

/// Two lines for each entry, the first in capitals or of another size: "ENGLISH" above "fluent".
std::vector<Parts> partsOfPairs(const std::vector<SectionLine> &lines, const Text &text)
{
    std::vector<Parts> parts;
    if (lines.size() < 2 || lines.size() % 2 != 0)
        return parts;
    for (std::size_t i = 0; i < lines.size(); i += 2) {
        const auto upper = wordsOf(text, lines[i].segments.front());
        const auto lower = wordsOf(text, lines[i + 1].segments.front());
        const auto words = text.textOf(upper), below = text.textOf(lower);
        const auto differs =
            (words == words.toUpper()) != (below == below.toUpper()) ||
            std::abs(text.boxOf(upper).height() - text.boxOf(lower).height()) > 0.05 * text.boxOf(upper).height();
        if (!differs || upper.size() > mostWordsOfPart / 2 || lower.size() > mostWordsOfPart ||
            lines[i].segments.size() > 1 || lines[i + 1].segments.size() > 1)
            return {};
        parts.push_back({upper, lower});
    }
    return parts;
}

/// The lines of a section whose entries have two parts: side by side, with a sign between them, or below each other.
std::vector<Parts> partsUnder(const Segment &head, const Workspace &workspace, const SearchArea &area)
{
    const auto &text = workspace.text;
    const auto lines = linesUnder(head, text, area);
    std::vector<Parts> parts;
    for (const auto &line : lines) {
        const auto words = wordsOf(text, line.segments.front());
        auto part = partsOf(text, words);
        if (part.detail.isEmpty() && line.segments.size() > 1)
            part = {words, wordsOf(text, line.segments[1])};
        if (!part.detail.isEmpty() && part.main.size() <= mostWordsOfPart && part.detail.size() <= mostWordsOfPart &&
            lettersIn(text.textOf(part.main)) > 1)
            parts.push_back(part);
    }
    if (double(parts.size()) < mostlyParted * double(lines.size()))
        parts = partsOfPairs(lines, text);
    return parts.size() > mostRows ? std::vector<Parts>() : parts;
}

std::vector<Row> rowsUnderHeads(const schema::Field &list, const std::vector<FieldSpec> &fields,
                                const Workspace &workspace, const SearchArea &area)
{
    std::vector<Row> rows;
    if (sectionOfList(list).isEmpty() || !hasSections(workspace.text, area.segments))
        return rows;
    for (const auto head : headsOf(list, workspace, area)) {
        for (const auto &parts : partsUnder(workspace.text.segments[head], workspace, area))
            if (auto row = rowOf(parts, fields, workspace.text); row.filled() > 1)
                rows.push_back(std::move(row));
        if (!rows.empty())
            break;
    }
    return rows;
}

} // namespace

std::vector<Row> readInlineRows(const schema::Field &list, const std::vector<FieldSpec> &fields,
                                const Workspace &workspace, const SearchArea &area)
{
    if (fields.size() < 2 || fields.size() > mostFields || !isTextField(fields.front()) || isYearField(fields.front()))
        return {};
    const auto &text = workspace.text;
    std::vector<Row> rows;
    int full = 0;
    for (const auto &entry : listedEntries(list, workspace, area)) {
        rows.push_back(rowOf(partsOf(text, entry), fields, text));
        full += rows.back().filled() > 1;
    }
    return full > 0 && 2 * full >= int(rows.size()) ? rows : rowsUnderHeads(list, fields, workspace, area);
}

} // namespace xs::engine
