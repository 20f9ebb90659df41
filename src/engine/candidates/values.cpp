// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/candidates/values.h"

#include "engine/candidates/choices.h"
#include "engine/text/addresswords.h"
#include "engine/text/words.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr int mostWordsOfName = 9;
constexpr int mostWordsOfText = 30;
constexpr int mostWordsOfEntry = 6;

bool isOnlyMarks(const QString &text)
{
    return std::ranges::none_of(text, [](QChar c) { return c.isLetterOrNumber(); });
}

bool isTypedByPattern(ValueKind kind)
{
    switch (kind) {
    case ValueKind::Date:
    case ValueKind::Month:
    case ValueKind::Number:
    case ValueKind::Integer:
    case ValueKind::Money:
    case ValueKind::Percent:
    case ValueKind::Email:
    case ValueKind::Url:
    case ValueKind::Phone:
    case ValueKind::Iban:
    case ValueKind::Bic:
    case ValueKind::VatId:
    case ValueKind::Currency:
    case ValueKind::Identifier:
    case ValueKind::Time:
        return true;
    default:
        return false;
    }
}

Span withoutMarks(const Text &text, Span span)
{
    while (!span.isEmpty() && isOnlyMarks(text.tokens[span.first].text))
        ++span.first;
    while (!span.isEmpty() && isOnlyMarks(text.tokens[span.last - 1].text) && text.tokens[span.last - 1].text != ")"_L1)
        --span.last;
    return span;
}

/// Numbers of tax payers have seven digits at least.
constexpr int fewestTaxDigits = 7;
constexpr double worthOfShortTaxNumber = 0.25;
constexpr double worthOfBase = 0.3;

bool asksForTaxNumber(const FieldSpec &field)
{
    return field.nameSays("vatid"_L1) || field.nameSays("taxnumber"_L1);
}

/// The identifiers of the region, a tax payer's number as a whole where its form is known ("FR 63 812447903").
std::vector<Occurrence> taxNumbersIn(const Occurrences &occurrences, const Span &region)
{
    const auto inside = occurrences.in(region, ValueKind::Identifier);
    std::vector<Occurrence> found(inside.begin(), inside.end());
    for (auto &occurrence : found) {
        const auto value = toQString(occurrence.value);
        if (digitsIn(value) < fewestTaxDigits)
            occurrence.quality *= worthOfShortTaxNumber;
    }
    for (const auto &whole : occurrences.in(region, ValueKind::VatId)) {
        std::erase_if(found, [&whole](const Occurrence &o) { return o.span.overlaps(whole.span); });
        found.push_back(whole);
    }
    std::ranges::stable_sort(found, {}, [](const Occurrence &o) { return o.span.first; });
    return found;
}

/// "6 % on 1,016.99": what a tax is taken of, and not the tax.
bool isBase(const Text &text, const Span &region, const Span &amount)
{
    const auto before = amount.first - 1;
    if (before < region.first)
        return false;
    // The currency may stand between.
    const auto &word = text.tokens[before].text;
    return isBaseWord(word) || (before > region.first && word.size() <= 3 && isBaseWord(text.tokens[before - 1].text));
}

bool asksForBase(const FieldSpec &field)
{
    return field.nameSays("net"_L1) || field.nameSays("subtotal"_L1);
}

std::vector<Candidate> typedValues(const FieldSpec &field, const Occurrences &occurrences, const Span &region)
{
    std::vector<Candidate> result;
    std::vector<Occurrence> identifiers;
    if (field.kind == ValueKind::Identifier && asksForTaxNumber(field))
        identifiers = taxNumbersIn(occurrences, region);
    const auto found =
        identifiers.empty() ? occurrences.in(region, field.kind) : std::span<const Occurrence>(identifiers);
    int place = 0;
    for (const auto &occurrence : found) {
        Candidate candidate;
        candidate.value = typedValue(field, occurrence, occurrences.text());
        candidate.spans = {occurrence.span};
        candidate[Feature::Quality] = occurrence.quality;
        candidate[Feature::Decimals] = occurrence.decimals == 2;
        // Words between label and value make it less likely; amounts stand at the end of a line.
        const auto skipped = double(occurrence.span.first - region.first);
        const auto fromEnd = double(region.last - occurrence.span.last);
        auto distance = std::min(0.6, 0.08 * skipped) + 0.1 * place;
        if (field.kind == ValueKind::Money)
            distance = std::min(distance, 0.05 * fromEnd + 0.05 * (place > 0));
        if (field.kind == ValueKind::Money && isBase(occurrences.text(), region, occurrence.span))
            asksForBase(field) ? void(distance = 0) : void(candidate[Feature::Quality] *= worthOfBase);
        if (field.isEnd && field.kind == ValueKind::Date && place + 1 == int(found.size()))
            distance = 0.0;
        else if (field.isEnd && field.kind == ValueKind::Date)
            distance += 0.3;
        candidate[Feature::Distance] = distance;
        result.push_back(std::move(candidate));
        ++place;
    }
    return result;
}

/// Eight digits in the place of a date: "23041988", "19880423".
void addPlainDate(const FieldSpec &field, const Text &text, const Span &region, bool monthFirst,
                  std::vector<Candidate> &result)
{
    if (field.kind != ValueKind::Date || !result.empty() || region.size() != 1)
        return;
    const auto &digits = text.tokens[region.first].text;
    if (digits.size() != 8 || !std::ranges::all_of(digits, [](QChar c) { return c.isDigit(); }))
        return;
    for (const auto *order : {monthFirst ? "MMddyyyy" : "ddMMyyyy", "yyyyMMdd", monthFirst ? "ddMMyyyy" : "MMddyyyy"}) {
        const auto date = QDate::fromString(digits, QString::fromLatin1(order));
        if (!date.isValid() || date.year() < 1900 || date.year() > 2100)
            continue;
        Candidate candidate;
        candidate.value = toStd(date.toString(Qt::ISODate));
        candidate.spans = {region};
        candidate[Feature::Quality] = 0.8;
        result.push_back(std::move(candidate));
        return;
    }
}

/// What is typed into a form's field is its value as a whole, whatever it looks like.
void addEntry(const FieldSpec &field, const Text &text, const Span &region, std::vector<Candidate> &result)
{
    const auto entry = text.tokens[region.first].entry;
    if (entry == 0 || field.field.type != schema::FieldType::String || !field.field.pattern.isEmpty() ||
        text.tokens[region.last - 1].entry != entry || region.size() > mostWordsOfEntry)
        return;
    Candidate candidate;
    candidate.value = toStd(text.textOf(region));
    candidate.spans = {region};
    candidate[Feature::Quality] = 0.9;
    result.push_back(std::move(candidate));
}

/// "Staunton Foundry Ltd, Bridge Road, Walsall WS1 4QP": a name ends where an address begins.
Span withoutAddress(const Text &text, const Span &span)
{
    constexpr int fewestWords = 3;
    for (int t = span.first; t + fewestWords < span.last; ++t) {
        if (!text.tokens[t].text.endsWith(u',') || isCompanyForm(text.tokens[t + 1].text))
            continue;
        return looksLikeAddress(text, {t + 1, span.last}) && hasDigit(text.textOf({t + 1, span.last}))
                   ? Span{span.first, t + 1}
                   : span;
    }
    return span;
}

double textQuality(const FieldSpec &field, const QString &value, int words)
{
    const auto letters = lettersIn(value);
    const auto digits = digitsIn(value);
    double quality = 0.6;
    switch (field.kind) {
    case ValueKind::Name:
        quality = words <= mostWordsOfName && letters > 2 * digits && letters >= 2
                      ? (value[0].isUpper() || value[0].isDigit() ? 0.8 : 0.4)
                      : 0.15;
        break;
    case ValueKind::City:
    case ValueKind::Country:
    case ValueKind::State:
        quality = digits == 0 && words <= 4 ? 0.7 : 0.15;
        break;
    case ValueKind::Zip:
        quality = (digits >= 3 || (digits >= 2 && letters >= 2)) && value.size() <= 10 ? 0.8 : 0.1;
        break;
    case ValueKind::Street:
        quality = digits > 0 && letters > 2 ? 0.8 : 0.3;
        break;
    case ValueKind::Address:
        quality = digits > 0 && words >= 3 ? 0.8 : 0.3;
        break;
    default:
        quality = words <= 8 ? 0.65 : words <= 14 ? 0.5 : 0.25;
    }
    return quality;
}

} // namespace

namespace {

constexpr double worthOfLabel = 0.15;

/// "Mode/Terms" beside "Delivery note": words without a digit in a cell that labels something.
bool isLabelOfOther(const Text &text, const LabelIndex &labels, const Candidate &candidate)
{
    const auto &span = candidate.spans.front();
    return !hasDigit(text.textOf(span)) && text.tokens[span.first].entry == 0 &&
           labels.looksLikeLabel(text.segments[text.tokens[span.first].segment].tokens);
}

} // namespace

QString cleanText(QString text)
{
    text = text.trimmed();
    while (!text.isEmpty() && u":-–—#*|=•·,;>→_▶"_s.contains(text.front()) && text.size() > 1)
        text = text.sliced(1).trimmed();
    while (text.size() > 1 && (u",;:|*–—_=-"_s.contains(text.back())))
        text = text.chopped(1).trimmed();
    return text;
}

Json typedValue(const FieldSpec &field, const Occurrence &occurrence, const Text &text)
{
    // "Day as printed": a string without a format is free to say "12.02.".
    const auto isDate = field.kind == ValueKind::Date || field.kind == ValueKind::Month;
    if (isDate && field.asPrinted && field.field.type == schema::FieldType::String && field.field.format.isEmpty())
        return toStd(text.textOf(occurrence.span));
    if (field.isNumeric()) {
        if (field.field.type == schema::FieldType::String)
            return toStd(cleanText(text.textOf(occurrence.span)));
        if (field.field.type == schema::FieldType::Integer)
            return Json(qint64(std::llround(std::clamp(occurrence.number, -9e15, 9e15))));
        if (occurrence.number * field.sign < 0)
            return occurrence.value.is_number_integer() ? Json(-occurrence.value.get<qint64>())
                                                        : Json(-occurrence.number);
    }
    if (field.field.type == schema::FieldType::Integer || field.field.type == schema::FieldType::Number) {
        bool ok = false;
        const auto number = toQString(occurrence.value).toDouble(&ok);
        if (occurrence.value.is_string())
            return ok ? Json(number) : Json();
    }
    return occurrence.value;
}

namespace {

std::vector<Candidate> readByKind(const FieldSpec &field, const Occurrences &occurrences, const LabelIndex &labels,
                                  const Span &region)
{
    const auto &text = occurrences.text();
    if (field.kind == ValueKind::Choice || field.kind == ValueKind::Boolean)
        return readChoices(field, text, region);
    if (isTypedByPattern(field.kind)) {
        auto result = typedValues(field, occurrences, region);
        addPlainDate(field, text, region, occurrences.monthComesFirst(), result);
        if (field.kind == ValueKind::Identifier) {
            addEntry(field, text, region, result);
            for (auto &candidate : result)
                if (isLabelOfOther(text, labels, candidate))
                    candidate[Feature::Quality] *= worthOfLabel;
        }
        return result;
    }
    auto span = withoutMarks(text, region);
    if (span.isEmpty() || span.size() > mostWordsOfText)
        return {};
    if (field.kind == ValueKind::Name)
        span = withoutAddress(text, span);
    const auto value = cleanText(text.textOf(span));
    if (value.isEmpty() || isOnlyMarks(value))
        return {};
    Candidate candidate;
    candidate.value = toStd(value);
    candidate.spans = {span};
    if (field.kind == ValueKind::Name) {
        // "Page" beside a label is furniture of the paper.
        if (span.size() == 1 && Lexicon::standard().isIgnored(key(value)))
            return {};
        const auto bag = labels.bagOf({span.first, std::min(span.last, span.first + 3)});
        if (saysAny(bag, {"number", "registration", "phone", "tax", "vatid", "date", "invoice", "email", "address"}))
            return {};
    }
    candidate[Feature::Quality] =
        textQuality(field, value, span.size()) * (labels.looksLikeLabel(span) || labels.isInBrackets(span) ? 0.15 : 1);
    return {candidate};
}

/// Values that fit the field's form, alone or among other words, come before those that do not.
void preferForm(const FieldSpec &field, const Text &text, const Span &region, std::vector<Candidate> &candidates)
{
    constexpr double qualityOfForm = 0.95, worthOfOther = 0.6, worthOfInvalid = 0.2;
    bool hasFit = false;
    for (auto &candidate : candidates) {
        if (!candidate.value.is_string())
            continue;
        const auto value = field.form.valueOf(toQString(candidate.value));
        hasFit |= value.has_value();
        if (value)
            candidate.value = toStd(*value);
        candidate[Feature::Quality] =
            value ? std::max(candidate[Feature::Quality], qualityOfForm)
                  : candidate[Feature::Quality] * (field.form.isRequired() ? worthOfInvalid : worthOfOther);
    }
    if (hasFit || !field.form.isTelling())
        return;
    for (const auto &[span, value] : formsIn(field.form, text, region)) {
        Candidate candidate;
        candidate.value = toStd(value);
        candidate.spans = {span};
        candidate[Feature::Quality] = qualityOfForm;
        candidate[Feature::Distance] = std::min(0.6, 0.08 * double(span.first - region.first));
        candidates.push_back(std::move(candidate));
    }
}

} // namespace

std::vector<std::pair<Span, QString>> formsIn(const ValueForm &form, const Text &text, const Span &region)
{
    constexpr int mostWords = 4;
    std::vector<std::pair<Span, QString>> found;
    for (int t = region.first; t < region.last; ++t)
        for (int end = std::min(region.last, t + mostWords); end > t; --end) {
            if (text.tokens[t].segment != text.tokens[end - 1].segment)
                continue;
            const Span span{t, end};
            if (auto value = form.valueOf(cleanText(text.textOf(span)))) {
                found.emplace_back(span, *std::move(value));
                t = end - 1;
                break;
            }
        }
    return found;
}

std::vector<Candidate> readValues(const FieldSpec &field, const Occurrences &occurrences, const LabelIndex &labels,
                                  const Span &region, Relation)
{
    auto candidates = readByKind(field, occurrences, labels, region);
    if (field.form.isKnown())
        preferForm(field, occurrences.text(), region, candidates);
    return candidates;
}

} // namespace xs::engine
