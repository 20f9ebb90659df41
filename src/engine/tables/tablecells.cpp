// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/tablecells.h"

#include "engine/candidates/values.h"
#include "engine/fields/wish.h"
#include "engine/tables/truthwords.h"
#include "engine/text/words.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

bool isDash(const QString &text)
{
    return !text.isEmpty() &&
           std::ranges::all_of(text, [](QChar c) { return c == u'-' || c == u'–' || c == u'—' || c == u'−'; });
}

/// What a description says behind "null": where there is no value.
QString nullBehind(const QString &description)
{
    const auto at = description.indexOf(u"null"_s);
    return at < 0 ? QString() : description.sliced(at + 4);
}

/// "null for NT", "null where not available (:)": words in the place of a value.
bool isNull(const QString &description, const QString &words)
{
    const auto behind = nullBehind(description);
    if (behind.isEmpty() || words.isEmpty() || words.size() > 30)
        return false;
    const auto at = behind.indexOf(words);
    if (at < 0)
        return false;
    const auto ends = [&](qsizetype i) { return i < 0 || i >= behind.size() || !behind[i].isLetterOrNumber(); };
    return ends(at - 1) && ends(at + words.size());
}

/// "(1,204)", "$ (35)": how accounts write what is below zero, when nothing else stands in the cell.
bool isInBrackets(const QString &words)
{
    static const QRegularExpression pattern(uR"(^\p{Sc}?\s*\(\s*\p{Sc}?\s*[\d.,'’\s]+\)?\s*%?\s*\)?$)"_s,
                                            QRegularExpression::UseUnicodePropertiesOption);
    return words.contains(u')') && pattern.match(words).hasMatch();
}

Candidate negative(Candidate candidate)
{
    if (candidate.value.is_number_integer() && candidate.value.get<qint64>() > 0)
        candidate.value = -candidate.value.get<qint64>();
    else if (candidate.value.is_number_float() && candidate.value.get<double>() > 0)
        candidate.value = -candidate.value.get<double>();
    return candidate;
}

/// A small letter or mark above the line at a cell's end leads to a note.
Span withoutFootnote(const Text &text, Span cell)
{
    while (cell.size() > 1 && text.isFootnoteMark(cell.last - 1))
        --cell.last;
    return cell;
}

/// A few words of a cell as they are.
std::optional<Candidate> plainCell(const QString &words, const Span &span)
{
    constexpr int mostWords = 8;
    const auto clean = cleanText(words);
    if (clean.isEmpty() || span.size() > mostWords)
        return {};
    Candidate plain;
    plain.value = toStd(clean);
    plain.spans = {span};
    plain[Feature::Quality] = 0.5;
    return plain;
}

/// "WH-SB 101", "GB 123 45": a code of a few words that begins with letters and has no small ones.
bool isCode(const Text &text, const Span &span)
{
    constexpr int mostWords = 4;
    const auto letters = lettersIn(text.tokens[span.first].text) > 0;
    for (int t = span.first; t < span.last; ++t) {
        const auto &word = text.tokens[t].text;
        if (std::ranges::any_of(word, [](QChar c) { return c.isLower(); }) || lettersIn(word) + digitsIn(word) == 0)
            return false;
    }
    return letters && span.size() <= mostWords;
}

} // namespace

std::vector<Span> cellsOfLine(const Text &text, const Line &line, const std::vector<Column> &columns)
{
    std::vector<Span> cells(columns.size());
    for (int t = line.tokens.first; t < line.tokens.last; ++t) {
        const auto x = text.tokens[t].box.center().x();
        const auto wide = text.tokens[t].box.width() > 8 * text.tokens[t].box.height();
        const auto place = wide ? text.tokens[t].box.left() + text.tokens[t].box.height() : x;
        for (std::size_t c = 0; c < columns.size(); ++c) {
            if (place < columns[c].left || place >= columns[c].right)
                continue;
            if (cells[c].isEmpty())
                cells[c] = {t, t + 1};
            else
                cells[c].last = t + 1;
        }
    }
    return cells;
}

std::optional<Candidate> readCell(const FieldSpec &field, const Workspace &workspace, const Span &cell)
{
    const auto span = withoutFootnote(workspace.text, cell);
    const auto words = workspace.text.textOf(span).trimmed();
    const auto description = fold(field.field.description);
    if (isNull(description, fold(words)))
        return {};
    if (field.isNumeric() && isDash(words)) {
        static const Wish dash("dash");
        if (!dash.isIn(description) || dash.isIn(nullBehind(description)))
            return {};
        Candidate nothing;
        nothing.value = 0;
        nothing.spans = {span};
        nothing[Feature::Quality] = 0.7;
        return nothing;
    }
    if (saysTruths(field))
        if (auto truth = truthIn(field, workspace, span))
            return truth;
    // "Day and month as printed"
    if (field.asPrinted && field.kind == ValueKind::Date && field.field.format.isEmpty() && hasDigit(words))
        return plainCell(words, span);
    auto found = readValues(field, workspace.occurrences, workspace.labels, span, Relation::Below);
    if (found.empty() && (field.kind == ValueKind::Identifier || field.kind == ValueKind::Time ||
                          field.kind == ValueKind::Name || field.kind == ValueKind::Choice)) {
        // A cell says what it is by its column; its form matters less.
        return field.kind == ValueKind::Choice ? std::nullopt : plainCell(words, span);
    }
    if (found.empty())
        return {};
    const auto best = std::ranges::max_element(found, [](const Candidate &a, const Candidate &b) {
        return a[Feature::Quality] - 0.3 * a[Feature::Distance] < b[Feature::Quality] - 0.3 * b[Feature::Distance];
    });
    if (field.kind == ValueKind::Identifier && (*best).spans.front().size() < span.size() &&
        isCode(workspace.text, span)) {
        best->value = toStd(cleanText(words));
        best->spans = {span};
    }
    if (field.isNumeric()) {
        // A column of numbers holds little else.
        const auto letters = lettersIn(words);
        const auto digits = digitsIn(words);
        if ((*best)[Feature::Quality] < 0.12 || letters > 3 * digits + 4)
            return {};
        if (isInBrackets(words))
            return negative(*best);
    }
    return *best;
}

bool isTotalLine(const Workspace &workspace, const Line &line)
{
    const auto &text = workspace.text;
    int first = line.tokens.first;
    int words = 0;
    Bag bag;
    for (int t = first; t < line.tokens.last && words < 4; ++t) {
        if (hasDigit(text.tokens[t].text))
            break;
        const auto meaning = workspace.labels.bagOf({t, t + 1});
        bag.insert(bag.end(), meaning.begin(), meaning.end());
        words += meaning.empty() ? 0 : 1;
        if (words == 1 && saysAny(meaning, {"total", "subtotal"}))
            return true;
    }
    return words > 0 && words <= 3 && saysAny(bag, {"total", "subtotal", "topay"});
}

bool endsInTotal(const Workspace &workspace, const Line &line, double right)
{
    if (line.segments.size() < 3)
        return false;
    const auto &label = workspace.text.segments[line.segments.last - 2].tokens;
    const auto &amount = workspace.text.segments[line.segments.last - 1].tokens;
    if (workspace.text.boxOf(label).left() > right || !workspace.labels.looksLikeLabel(label) ||
        !isMostlyFigures(workspace.text.textOf(amount)) || workspace.occurrences.in(amount, ValueKind::Money).empty())
        return false;
    return saysAny(workspace.labels.bagOf(label), {"total", "subtotal", "topay", "balance"});
}

} // namespace xs::engine
