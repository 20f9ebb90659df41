// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/proposal/sampleshape.h"

#include "engine/text/data.h"
#include "engine/text/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

using schema::FieldType;

/// A number longer than this names something and counts nothing.
constexpr int mostDigitsOfCount = 6;

/// Whether one value of a kind takes up the whole span, apart from marks.
const Occurrence *wholeOf(std::span<const Occurrence> found, const Text &text, const Span &span)
{
    const auto length = key(text.textOf(span)).size();
    for (const auto &one : found)
        if (one.span.size() >= span.size() || 10 * key(text.textOf(one.span)).size() >= 8 * length)
            return &one;
    return nullptr;
}

bool isTruth(const QString &text)
{
    const auto &words = member(engineData("proposal"), "truth");
    return std::ranges::any_of(words, [&](const Json &word) { return toQString(word) == key(text); });
}

/// What one value looks like; `name` decides where a value may be several things.
ValueShape shapeOfValue(const QString &name, const Workspace &workspace, const Span &span)
{
    const auto &text = workspace.text;
    const auto whole = [&](ValueKind kind) -> std::optional<Occurrence> {
        const auto found = workspace.occurrences.in(span, kind);
        const auto *one = wholeOf(found, text, span);
        return one ? std::optional(*one) : std::nullopt;
    };
    const auto words = text.textOf(span);
    if (isTruth(words))
        return {FieldType::Boolean, {}};
    if (whole(ValueKind::Date))
        return {FieldType::String, u"date"_s};
    if (whole(ValueKind::Email))
        return {FieldType::String, u"email"_s};
    if (whole(ValueKind::Url))
        return {FieldType::String, u"uri"_s};
    const auto implied = impliedKind(Lexicon::standard().bag(nameParts(name)));
    auto number = whole(ValueKind::Number);
    if (number && number->isEmbedded)
        number.reset();
    // Letters beside an amount are a misread sign or a mark of its tax rate.
    if (const auto amounts = workspace.occurrences.in(span, ValueKind::Money);
        !number && implied == ValueKind::Money && amounts.size() == 1 && amounts.front().decimals > 0)
        number = amounts.front();
    const auto counts = implied == ValueKind::Money || implied == ValueKind::Percent || implied == ValueKind::Number;
    if (!number || (implied && !counts))
        return {};
    if (number->hasCurrency || number->hasPercent || number->decimals > 0 || implied == ValueKind::Money ||
        implied == ValueKind::Percent)
        return {FieldType::Number, {}};
    const auto digits = key(words);
    if (digits.size() > mostDigitsOfCount || (digits.size() > 1 && digits[0] == u'0'))
        return {};
    return {implied ? FieldType::Number : FieldType::Integer, {}};
}

/// The shape of nearly all cells of a column; numbers may be whole or not.
ValueShape shapeOfColumn(const QString &name, const Workspace &workspace, const std::vector<Span> &cells)
{
    std::vector<std::pair<ValueShape, std::size_t>> counts;
    std::size_t numbers = 0, whole = 0;
    for (const auto &cell : cells) {
        const auto shape = shapeOfValue(name, workspace, cell);
        numbers += shape.type == FieldType::Number || shape.type == FieldType::Integer ? 1 : 0;
        whole += shape.type == FieldType::Integer ? 1 : 0;
        const auto known = std::ranges::find(counts, shape, &std::pair<ValueShape, std::size_t>::first);
        known == counts.end() ? (void)counts.emplace_back(shape, 1) : (void)++known->second;
    }
    const auto isMost = [&cells](std::size_t count) { return 5 * count >= 4 * cells.size(); };
    for (const auto &[shape, count] : counts)
        if (isMost(count))
            return shape;
    if (isMost(numbers))
        return {whole == numbers ? FieldType::Integer : FieldType::Number, {}};
    return {};
}

} // namespace

FieldDraft draftOf(const QString &label, const Workspace &workspace, const std::vector<Span> &values)
{
    FieldDraft draft;
    draft.name = fieldName(label);
    draft.label = label;
    draft.description = fieldDescription(draft.name, label);
    draft.shape = shapeOfColumn(draft.name, workspace, values);
    draft.value = values.front();
    draft.place = values.front().first;
    return draft;
}

} // namespace xs::engine
