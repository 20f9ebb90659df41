// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tablecells.h"

#include "engine/values.h"
#include "engine/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

bool isDash(const QString &text)
{
    return !text.isEmpty() &&
           std::ranges::all_of(text, [](QChar c) { return c == u'-' || c == u'–' || c == u'—' || c == u'−'; });
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
    const auto words = workspace.text.textOf(cell).trimmed();
    if (field.isNumeric() && isDash(words)) {
        if (!fold(field.field.description).contains(u"dash"_s))
            return {};
        Candidate zero;
        zero.value = 0;
        zero.spans = {cell};
        zero[Feature::Quality] = 0.7;
        return zero;
    }
    auto found = readValues(field, workspace.occurrences, workspace.labels, cell, Relation::Below);
    if (found.empty() && (field.kind == ValueKind::Identifier || field.kind == ValueKind::Time ||
                          field.kind == ValueKind::Name || field.kind == ValueKind::Choice)) {
        // A cell says what it is by its column; its form matters less.
        const auto clean = cleanText(words);
        if (clean.isEmpty() || cell.size() > 8 || field.kind == ValueKind::Choice)
            return {};
        Candidate plain;
        plain.value = toStd(clean);
        plain.spans = {cell};
        plain[Feature::Quality] = 0.5;
        return plain;
    }
    if (found.empty())
        return {};
    const auto best = std::ranges::max_element(found, [](const Candidate &a, const Candidate &b) {
        return a[Feature::Quality] - 0.3 * a[Feature::Distance] < b[Feature::Quality] - 0.3 * b[Feature::Distance];
    });
    if (field.isNumeric()) {
        // A column of numbers holds little else.
        const auto letters = std::ranges::count_if(words, [](QChar c) { return c.isLetter(); });
        const auto digits = std::ranges::count_if(words, [](QChar c) { return c.isDigit(); });
        if ((*best)[Feature::Quality] < 0.12 || letters > 3 * digits + 4)
            return {};
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
        if (std::ranges::any_of(text.tokens[t].text, [](QChar c) { return c.isDigit(); }))
            break;
        const auto meaning = workspace.labels.bagOf({t, t + 1});
        bag.insert(bag.end(), meaning.begin(), meaning.end());
        words += meaning.empty() ? 0 : 1;
        if (words == 1 && !meaning.empty())
            for (const auto *name : {"total", "subtotal"})
                if (workspace.lexicon.says(meaning, QLatin1StringView(name)))
                    return true;
    }
    if (words == 0 || words > 3)
        return false;
    for (const auto *name : {"total", "subtotal", "topay"})
        if (workspace.lexicon.says(bag, QLatin1StringView(name)))
            return true;
    return false;
}

} // namespace xs::engine
