// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/cellparts.h"

#include "engine/candidates/values.h"
#include "engine/fields/wish.h"
#include "engine/tables/tablecells.h"
#include "engine/tables/truthwords.h"
#include "engine/text/words.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

using Parts = std::vector<std::optional<Candidate>>;

bool isShouted(const QString &word)
{
    const auto letters = lettersIn(word);
    return letters >= 2 && word == word.toUpper() && word != word.toLower();
}

std::optional<Candidate> textPart(const Workspace &workspace, const Span &words)
{
    const auto value = cleanText(workspace.text.textOf(words));
    if (words.isEmpty() || value.isEmpty())
        return {};
    Candidate candidate;
    candidate.value = toStd(value);
    candidate.spans = {words};
    candidate[Feature::Quality] = 0.6;
    return candidate;
}

/// "SILVA Ana", "Silva, Ana", "Ana SILVA", "Ana Silva": the last name is shouted, before a comma, or the last word.
Parts nameParts(const std::vector<const FieldSpec *> &fields, const Workspace &workspace, const Span &cell)
{
    const auto &tokens = workspace.text.tokens;
    Span last, first;
    int comma = -1, shouts = 0;
    for (int t = cell.first; t < cell.last; ++t) {
        if (comma < 0 && tokens[t].text.endsWith(u','))
            comma = t;
        shouts += isShouted(tokens[t].text);
    }
    if (comma >= 0 && comma + 1 < cell.last) {
        last = {cell.first, comma + 1};
        first = {comma + 1, cell.last};
    } else if (shouts > 0 && shouts < cell.size() && isShouted(tokens[cell.first].text)) {
        int end = cell.first;
        while (end < cell.last && isShouted(tokens[end].text))
            ++end;
        last = {cell.first, end};
        first = {end, cell.last};
    } else {
        int start = cell.last - 1;
        while (shouts > 0 && shouts < cell.size() && start - 1 > cell.first && isShouted(tokens[start - 1].text))
            --start;
        last = {start, cell.last};
        first = {cell.first, start};
    }
    Parts parts;
    for (const auto *field : fields)
        parts.push_back(textPart(workspace, field->nameSays("firstname"_L1) ? first : last));
    return parts;
}

bool areNames(const std::vector<const FieldSpec *> &fields)
{
    const auto says = [&](QLatin1StringView sense) {
        return std::ranges::any_of(fields, [&](const FieldSpec *field) { return field->nameSays(sense); });
    };
    return fields.size() == 2 && says("firstname"_L1) && says("lastname"_L1);
}

bool isTyped(const FieldSpec &field)
{
    return field.isNumeric() || field.kind == ValueKind::Date || field.kind == ValueKind::Month ||
           field.kind == ValueKind::Time;
}

/// Whether a limit stands alone: "< 5" has no lower one, "> 90" no upper one.
bool isUpperLimit(const QString &words)
{
    static const QRegularExpression limit(u"^[(\\[\\s]*(?:"_s + Wish("upTo").phrases() + u")"_s);
    return limit.match(fold(words)).hasMatch();
}

/// "1+2", "3/4": numbers that a sign joins to one word; empty for anything else.
Parts joinedNumbers(const std::vector<const FieldSpec *> &fields, const Text &text, const Span &cell)
{
    static const QRegularExpression joined(uR"(^\d{1,3}(?:[+/]\d{1,3})+$)"_s), signs(u"[+/]"_s);
    const auto words = text.textOf(cell);
    const auto isWhole = std::ranges::all_of(fields, [](const FieldSpec *field) { return field->isNumeric(); });
    if (!isWhole || !joined.match(words).hasMatch())
        return {};
    const auto numbers = words.split(signs);
    if (std::size_t(numbers.size()) != fields.size())
        return {};
    Parts parts;
    for (const auto &number : numbers) {
        Candidate candidate;
        candidate.value = number.toInt();
        candidate.spans = {cell};
        candidate[Feature::Quality] = 0.8;
        parts.emplace_back(std::move(candidate));
    }
    return parts;
}

Parts valueParts(const std::vector<const FieldSpec *> &fields, const Workspace &workspace, const Span &cell)
{
    if (auto joined = joinedNumbers(fields, workspace.text, cell); !joined.empty())
        return joined;
    Parts parts(fields.size());
    const auto found = workspace.occurrences.in(cell, fields.front()->kind);
    const auto take = [&](std::size_t f, const Occurrence &occurrence) {
        Candidate candidate;
        candidate.value = typedValue(*fields[f], occurrence, workspace.text);
        // What looks like a sign stands between the ends of a range.
        if (f > 0 && candidate.value.is_number() && occurrence.number < 0)
            candidate.value = candidate.value.is_number_integer() ? Json(-candidate.value.get<qint64>())
                                                                  : Json(-candidate.value.get<double>());
        candidate.spans = {occurrence.span};
        candidate[Feature::Quality] = occurrence.quality;
        parts[f] = std::move(candidate);
    };
    if (found.size() == 1)
        take(isUpperLimit(workspace.text.textOf(cell)) ? fields.size() - 1 : 0, found.front());
    else
        for (std::size_t f = 0; f < std::min(found.size(), fields.size()); ++f)
            take(f, found[f]);
    return parts;
}

/// A truth that a word of the cell tells, and the words around it.
Parts truthParts(const std::vector<const FieldSpec *> &fields, const Workspace &workspace, const Span &cell)
{
    Parts parts(fields.size());
    auto rest = cell;
    for (std::size_t f = 0; f < fields.size(); ++f) {
        if (!saysTruths(*fields[f]))
            continue;
        parts[f] = truthIn(*fields[f], workspace, cell);
        if (parts[f] && parts[f]->spans.front().last == rest.last)
            --rest.last;
        else if (parts[f] && parts[f]->spans.front().first == rest.first)
            ++rest.first;
    }
    for (std::size_t f = 0; f < fields.size(); ++f)
        if (!saysTruths(*fields[f]) && !rest.isEmpty())
            parts[f] = readCell(*fields[f], workspace, rest);
    return parts;
}

/// A value, or one of a few words in its place.
Parts choiceParts(const std::vector<const FieldSpec *> &fields, const Workspace &workspace, const Span &cell)
{
    Parts parts(fields.size());
    bool chosen = false;
    for (std::size_t f = 0; f < fields.size(); ++f)
        if (fields[f]->kind == ValueKind::Choice && (parts[f] = readCell(*fields[f], workspace, cell)))
            chosen = true;
    for (std::size_t f = 0; f < fields.size() && !chosen; ++f)
        if (fields[f]->kind != ValueKind::Choice)
            parts[f] = readCell(*fields[f], workspace, cell);
    return parts;
}

bool isMark(const QString &word)
{
    return word == u"/"_s || word == u"|"_s || word == u"–"_s || word == u"—"_s || word == u"·"_s || word == u"-"_s;
}

Parts markedParts(const std::vector<const FieldSpec *> &fields, const Workspace &workspace, const Span &cell)
{
    std::vector<Span> pieces;
    int first = cell.first;
    for (int t = cell.first; t < cell.last; ++t) {
        const auto &word = workspace.text.tokens[t].text;
        if (isMark(word)) {
            pieces.push_back({first, t});
            first = t + 1;
        } else if (word.endsWith(u',') || word.endsWith(u';')) {
            pieces.push_back({first, t + 1});
            first = t + 1;
        }
    }
    pieces.push_back({first, cell.last});
    Parts parts(fields.size());
    if (pieces.size() < fields.size())
        return parts;
    pieces[fields.size() - 1].last = cell.last;
    for (std::size_t f = 0; f < fields.size(); ++f)
        if (!pieces[f].isEmpty())
            parts[f] = readCell(*fields[f], workspace, pieces[f]);
    return parts;
}

} // namespace

std::vector<std::optional<Candidate>> cellParts(const std::vector<const FieldSpec *> &fields,
                                                const Workspace &workspace, const Span &cell)
{
    if (areNames(fields))
        return nameParts(fields, workspace, cell);
    if (std::ranges::all_of(fields, [](const FieldSpec *field) { return isTyped(*field); }))
        return valueParts(fields, workspace, cell);
    if (std::ranges::any_of(fields, [](const FieldSpec *field) { return saysTruths(*field); }))
        return truthParts(fields, workspace, cell);
    if (std::ranges::any_of(fields, [](const FieldSpec *field) { return field->kind == ValueKind::Choice; }))
        return choiceParts(fields, workspace, cell);
    return markedParts(fields, workspace, cell);
}

} // namespace xs::engine
