// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fields/occurrences.h"

#include "engine/fields/dateorder.h"
#include "engine/fields/daycolumns.h"
#include "engine/text/patterns.h"
#include "engine/text/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

/// Of dates that could be read the other way round.
constexpr double qualityOfKnownOrder = 0.85, qualityOfGuess = 0.7;

using Finder = std::vector<FoundPattern> (*)(const QString &);

Finder finderOf(ValueKind kind)
{
    switch (kind) {
    case ValueKind::Email:
        return findEmails;
    case ValueKind::Url:
        return findUrls;
    case ValueKind::Phone:
        return findPhones;
    case ValueKind::Iban:
        return findIbans;
    case ValueKind::Bic:
        return findBics;
    case ValueKind::VatId:
        return findVatIds;
    case ValueKind::Currency:
        return findCurrencies;
    case ValueKind::Time:
        return findTimes;
    default:
        return nullptr;
    }
}

double numberQuality(const FoundNumber &number, ValueKind kind)
{
    double quality = 0.5;
    if (kind == ValueKind::Money) {
        quality = number.hasPercent      ? 0.1
                  : number.decimals == 2 ? 0.9
                  : number.decimals > 4  ? 0.2
                  : number.decimals > 2  ? 0.45
                  : number.decimals == 1 ? 0.4
                                         : 0.35;
        if (number.hasCurrency)
            quality = std::max(0.75, quality + 0.1);
        if (number.hasGroups && number.decimals == 0)
            quality = std::max(quality, 0.65);
    } else if (kind == ValueKind::Percent) {
        quality = number.hasPercent ? 1 : std::abs(number.value) <= 100 && !number.hasCurrency ? 0.35 : 0.05;
    } else if (kind == ValueKind::Integer) {
        quality = number.decimals > 0 || number.hasCurrency ? 0.15 : 0.7;
    } else {
        quality = number.hasPercent ? 0.5 : 0.7;
    }
    return number.isEmbedded ? quality * 0.4 : quality;
}

bool isDigitsOrCapitals(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.isDigit() || c.isUpper() || !c.isLetter(); });
}

/// Capitals that begin an identifier in the word before its digits: "DE 232 446 240", "MSKU 1234567". Words that label
/// ("VAT GB123") are none.
bool isPrefix(const QString &word)
{
    const auto capitals = std::ranges::count_if(word, [](QChar c) { return c.isUpper(); });
    if (word.size() > 4 || capitals == 0 || !isDigitsOrCapitals(word) || !word.back().isLetterOrNumber() ||
        (word.size() == 4 && capitals < 4))
        return false;
    const auto words = sentenceWords(word);
    const auto known = !words.isEmpty() && Lexicon::standard().knows(words.front()) && words.front().size() > 1;
    return !known || word.size() == 2;
}

/// "18,0000", "1.252,10": amounts, which number nothing.
bool looksLikeAmount(const QString &value)
{
    if (value.isEmpty() || !value.front().isDigit() || !(value.contains(u',') || value.contains(u'.')))
        return false;
    static const QRegularExpression pattern(uR"(^\d{1,3}(?:(?:[.']\d{3})*,(?:\d{2}|\d{4})|(?:[,']\d{3})*\.\d{2})$)"_s);
    return pattern.match(value).hasMatch();
}

/// "n°562044387", "#4711": what only says that a number follows.
void dropNumberSign(QString &value)
{
    if (value.isEmpty() || !QStringView(u"nN#").contains(value.front()))
        return;
    static const QRegularExpression sign(uR"(^(?:[nN][°º]|[nN]r\.|#)\s*(?=\w))"_s);
    value.remove(sign);
}

} // namespace

Occurrences::Occurrences(const Text &text) : m_text(text)
{
    m_lines.reserve(text.segments.size());
    for (const auto &segment : text.segments) {
        m_lines.push_back({SpanText(text, segment.tokens), false, {}, {}});
        m_lines.back().hasDigit = hasDigit(m_lines.back().text.string());
    }
    addDaysInColumns();
    learnHabits();
}

void Occurrences::addDaysInColumns()
{
    std::vector<DayLine> days;
    for (std::size_t s = 0; s < m_lines.size(); ++s)
        if (m_lines[s].hasDigit && datesIn(s).empty())
            if (auto found = leadingDays(m_lines[s].text.string()); !found.empty())
                days.push_back({s, m_text.segments[s].box.left(), std::move(found)});
    if (days.size() < fewestDaysInColumn)
        return;
    std::vector<QDate> known;
    for (std::size_t s = 0; s < m_lines.size(); ++s)
        if (m_lines[s].hasDigit)
            for (const auto &date : datesIn(s))
                if (std::ranges::find(known, date.date) == known.end())
                    known.push_back(date.date);
    for (auto &[segment, dates] : daysInColumns(std::move(days), known))
        m_lines[segment].dates = std::move(dates);
}

void Occurrences::learnHabits()
{
    static const std::vector<FoundDate> none;
    int votes = 0;
    DateOrder order;
    for (std::size_t s = 0; s < m_lines.size(); ++s) {
        const auto &line = m_lines[s].text.string();
        order.see(line, m_lines[s].hasDigit ? datesIn(s) : none);
        votes += m_lines[s].hasDigit ? decimalSignVotes(line) : 0;
    }
    m_decimalSign = votes < 0 ? u',' : u'.';
    m_monthFirst = order.isMonthFirst(votes);
    m_orderKnown = order.isKnown(votes);
}

const std::vector<FoundDate> &Occurrences::datesIn(std::size_t segment) const
{
    auto &line = m_lines[segment];
    if (!line.dates)
        line.dates = findDates(line.text.string());
    return *line.dates;
}

const std::vector<FoundNumber> &Occurrences::numbersIn(std::size_t segment) const
{
    auto &line = m_lines[segment];
    if (!line.numbers)
        line.numbers = findNumbers(line.text.string(), m_decimalSign);
    return *line.numbers;
}

const std::vector<Occurrence> &Occurrences::all(ValueKind kind) const
{
    const auto known = m_found.find(kind);
    if (known != m_found.end())
        return known->second;
    auto &found = m_found[kind];
    for (std::size_t s = 0; s < m_lines.size(); ++s)
        find(s, kind, found);
    return found;
}

std::span<const Occurrence> Occurrences::in(const Span &span, ValueKind kind) const
{
    const auto &found = all(kind);
    const auto first =
        std::ranges::lower_bound(found, span.first, {}, [](const Occurrence &o) { return o.span.first; });
    // They do not overlap: behind one that goes on behind the span there is none inside.
    auto last = first;
    while (last != found.end() && last->span.first < span.last && last->span.last <= span.last)
        ++last;
    return {first, last};
}

void Occurrences::find(std::size_t segment, ValueKind kind, std::vector<Occurrence> &found) const
{
    const auto &line = m_lines[segment];
    const auto isNumeric = kind == ValueKind::Number || kind == ValueKind::Integer || kind == ValueKind::Money ||
                           kind == ValueKind::Percent;
    if (kind == ValueKind::Date || kind == ValueKind::Month) {
        findDatesIn(segment, kind == ValueKind::Month, found);
    } else if (isNumeric && line.hasDigit) {
        findNumbersIn(segment, kind, found);
    } else if (kind == ValueKind::Identifier && line.hasDigit) {
        findIdentifiersIn(m_text.segments[segment].tokens, found);
    } else if (const auto finder = finderOf(kind)) {
        for (const auto &pattern : finder(line.text.string()))
            found.push_back({line.text.tokens(pattern.start, pattern.length), toStd(pattern.value), pattern.quality});
    }
}

void Occurrences::findDatesIn(std::size_t segment, bool onlyMonths, std::vector<Occurrence> &found) const
{
    const auto &line = m_lines[segment];
    // Months and days without a digit have no year.
    if (!line.hasDigit)
        return;
    for (const auto &date : onlyMonths ? findMonths(line.text.string()) : datesIn(segment)) {
        const auto value = m_monthFirst && date.swapped.isValid() ? date.swapped : date.date;
        const auto hasTwoReadings = date.swapped.isValid() && date.swapped != date.date;
        found.push_back({line.text.tokens(date.start, date.length),
                         toStd(value.toString(onlyMonths ? u"yyyy-MM"_s : u"yyyy-MM-dd"_s)),
                         hasTwoReadings ? m_orderKnown ? qualityOfKnownOrder : qualityOfGuess : 1.0});
    }
}

void Occurrences::findNumbersIn(std::size_t segment, ValueKind kind, std::vector<Occurrence> &found) const
{
    const auto &dates = datesIn(segment);
    const auto &first = m_text.segments[segment].tokens.first;
    for (const auto &number : numbersIn(segment)) {
        if (number.start == 0 && m_text.tokens[first].numbersBox)
            continue;
        const auto inDate = std::ranges::any_of(dates, [&number](const FoundDate &d) {
            return number.start < d.start + d.length && d.start < number.start + number.length;
        });
        Occurrence occurrence{
            m_lines[segment].text.tokens(number.start, number.length), {}, inDate ? 0.05 : numberQuality(number, kind)};
        const auto whole = std::abs(number.value) < 9e15 && number.value == std::floor(number.value);
        occurrence.value = whole ? Json(qint64(number.value)) : Json(number.value);
        occurrence.number = number.value;
        occurrence.decimals = number.decimals;
        occurrence.hasCurrency = number.hasCurrency;
        occurrence.hasPercent = number.hasPercent;
        occurrence.isEmbedded = number.isEmbedded;
        found.push_back(std::move(occurrence));
    }
}

/// Words with digits, joined with the groups of digits that follow ("DE 232 446 240").
void Occurrences::findIdentifiersIn(const Span &segment, std::vector<Occurrence> &found) const
{
    for (int i = segment.first; i < segment.last; ++i) {
        if (!hasDigit(m_text.tokens[i].text) || m_text.tokens[i].numbersBox)
            continue;
        int first = i;
        if (i > segment.first && isPrefix(m_text.tokens[i - 1].text))
            first = i - 1;
        int last = i + 1;
        while (last < segment.last && last - first < 8 && m_text.tokens[last].text.size() <= 6 &&
               hasDigit(m_text.tokens[last].text) && isDigitsOrCapitals(m_text.tokens[last].text) &&
               !m_text.tokens[last - 1].text.endsWith(u',') && !m_text.tokens[last].text.contains(u'/') &&
               !m_text.tokens[last].text.contains(u':'))
            ++last;
        const SpanText words(m_text, {first, last});
        QStringView bare(words.string());
        while (!bare.isEmpty() && QStringView(u"#:([*").contains(bare.front()))
            bare = bare.sliced(1);
        while (!bare.isEmpty() && QStringView(u".,;:)]*").contains(bare.back()))
            bare.chop(1);
        auto value = bare.toString();
        dropNumberSign(value);
        const auto dates = findDates(value);
        const auto isDate = !dates.empty() && dates.front().length >= value.size() - 2;
        const auto digits = digitsIn(value);
        double quality = std::min(1.0, 0.4 + 0.08 * std::min(7, int(value.size())));
        if (isDate || value.contains(u'%') || looksLikeAmount(value) ||
            (value.contains(u'.') && digits <= 5 && value.size() - value.lastIndexOf(u'.') == 3))
            quality *= 0.3;
        if (!value.isEmpty())
            found.push_back({{first, last}, toStd(value), quality});
        i = last - 1;
    }
}

} // namespace xs::engine
