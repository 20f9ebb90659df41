// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/periods.h"

#include "engine/text/data.h"
#include "engine/text/dates.h"
#include "engine/text/letterpairs.h"
#include "engine/text/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

/// Words that tell a span, and its months; the longest first, of equal ones that which comes first in the data.
struct SpanWords
{
    QString words;
    SoughtText sought;
    int months;
};

const std::vector<SpanWords> &spanWords()
{
    static const auto words = [] {
        std::vector<SpanWords> result;
        for (const auto &[months, list] : member(engineData("prose"), "spans").items())
            for (const auto &word : list) {
                const auto folded = fold(toQString(word));
                result.push_back({folded, SoughtText(folded), QString::fromStdString(months).toInt()});
            }
        std::ranges::stable_sort(
            result, [](const SpanWords &a, const SpanWords &b) { return a.words.size() > b.words.size(); });
        return result;
    }();
    return words;
}

bool saysChange(const QString &folded, const LetterPairs &pairs)
{
    static const auto words = [] {
        std::vector<SoughtText> result;
        for (const auto &word : member(engineData("prose"), "changes"))
            result.emplace_back(fold(toQString(word)));
        return result;
    }();
    return std::ranges::any_of(words, [&](const SoughtText &word) { return word.isIn(folded, pairs); });
}

int monthsBetween(int first, int last)
{
    return first >= 1 && first <= 12 && last >= 1 && last <= 12 ? (last - first + 12) % 12 + 1 : 0;
}

/// From the first to the last day or month ("01.07.–30.09.2025", "Jan–Sep"); 0 when there are none.
int spanOfInterval(const QString &text)
{
    static const QRegularExpression days(
        uR"((?<!\d)(\d{1,2})[./](\d{1,2})[./]?(?:\d{2,4})?\s*[–—-]\s*(\d{1,2})[./](\d{1,2})[./]?)"_s);
    if (const auto match = hasDigit(text) ? days.match(text) : QRegularExpressionMatch(); match.hasMatch()) {
        const auto isMonthFirst = match.capturedView(2).toInt() > 12 || match.capturedView(4).toInt() > 12;
        return monthsBetween(match.capturedView(isMonthFirst ? 1 : 2).toInt(),
                             match.capturedView(isMonthFirst ? 3 : 4).toInt());
    }
    if (!mayNameMonth(text))
        return 0;
    static const QRegularExpression names(
        uR"((\p{L}{3,9})\.?\s*(?:[–—-]|\b(?:to|bis|à|al?|tot|até)\b)\s*(\p{L}{3,9}))"_s);
    auto matches = names.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (const auto months = monthsBetween(monthNumber(match.captured(1)), monthNumber(match.captured(2))))
            return months;
    }
    return 0;
}

/// "Q3", "Q1–Q3", "H1", "9M", "FY".
int spanOfSign(const QString &folded)
{
    if (!hasDigit(folded) && !folded.contains("fy"_L1) && !folded.contains("gj"_L1))
        return 0;
    static const QRegularExpression quarters(uR"(\bq1\s*[–—-]\s*q?([2-4])\b)"_s);
    if (const auto match = quarters.match(folded); match.hasMatch())
        return 3 * match.capturedView(1).toInt();
    static const std::vector<std::pair<QRegularExpression, int>> signs{
        {QRegularExpression(uR"(\b(?:[qt][1-4]|[1-4][qt])(?:\b|(?=\d\d)))"_s), 3},
        {QRegularExpression(uR"(\b(?:h[12]|[12]h|[12]hj|6m|m6)(?:\b|(?=\d\d)))"_s), 6},
        {QRegularExpression(uR"(\b(?:9m|m9)(?:\b|(?=\d\d)))"_s), 9},
        {QRegularExpression(uR"(\b(?:fy|gj|12m)(?:\b|(?=\s?\d\d)))"_s), 12},
    };
    for (const auto &[sign, months] : signs)
        if (sign.match(folded).hasMatch())
            return months;
    return 0;
}

int spanOf(const QString &folded, const LetterPairs &pairs)
{
    const auto &all = spanWords();
    const auto found =
        std::ranges::find_if(all, [&](const SpanWords &span) { return span.sought.isIn(folded, pairs); });
    return found == all.end() ? 0 : found->months;
}

/// The last words of phrases that tell a span, of which no line's end can part them.
const std::vector<SoughtText> &lastWordsOfSpans()
{
    static const auto lasts = [] {
        std::vector<SoughtText> result;
        for (const auto &span : spanWords())
            result.emplace_back(span.words.section(u' ', -1));
        return result;
    }();
    return lasts;
}

/// "2024", "Q3", "9M", "FY", "30.9.": what periods are told by beside words.
bool hasSignOfPeriod(QStringView folded)
{
    const auto isDigitAt = [&](qsizetype i) { return i >= 0 && i < folded.size() && folded[i].isDigit(); };
    for (qsizetype i = 0; i < folded.size(); ++i) {
        const auto c = folded[i];
        const auto follows = [&](char16_t other) { return i + 1 < folded.size() && folded[i + 1] == other; };
        if ((c == u'1' && follows(u'9')) || (c == u'2' && follows(u'0')) || (c == u'f' && follows(u'y')) ||
            (c == u'g' && follows(u'j')))
            return true;
        if (QStringView(u"qthm").contains(c) && (isDigitAt(i - 1) || isDigitAt(i + 1)))
            return true;
        if ((c == u'.' || c == u'/') && isDigitAt(i - 1) && isDigitAt(i + 1))
            return true;
    }
    return false;
}

} // namespace

int Period::end() const
{
    if (!ends.empty())
        return *ends.rbegin();
    return years.empty() ? 0 : *years.rbegin() * 12 + 11;
}

Period periodOf(const QString &text)
{
    static const QRegularExpression year(uR"((?<!\d)(?:19|20)\d\d(?!\d))"_s);
    static const QRegularExpression shortYear(uR"(\b(?:fy|gj|q[1-4]|[1-4]q|h[12]|[12]h)\s?['’]?(\d\d)(?!\d))"_s);
    Period period;
    const auto folded = fold(text);
    const auto hasFigures = hasDigit(folded);
    if (hasFigures)
        for (auto matches = year.globalMatch(folded); matches.hasNext();)
            period.years.insert(matches.next().captured().toInt());
    if (hasFigures && period.years.empty())
        for (auto matches = shortYear.globalMatch(folded); matches.hasNext();)
            period.years.insert(2000 + matches.next().capturedView(1).toInt());
    period.span = spanOfInterval(text);
    const LetterPairs pairs(folded);
    if (period.span == 0)
        period.span = spanOf(folded, pairs);
    if (period.span == 0)
        period.span = spanOfSign(folded);
    auto dates = findDates(text);
    if (dates.empty())
        dates = findMonths(text);
    for (const auto &date : dates)
        period.ends.insert(date.date.year() * 12 + date.date.month() - 1);
    period.isChange = saysChange(folded, pairs) || folded.contains(u'%');
    return period;
}

bool mayTellPeriod(QStringView words)
{
    const auto folded = fold(words);
    if (hasSignOfPeriod(folded) || mayNameMonth(words))
        return true;
    const LetterPairs pairs(folded);
    return std::ranges::any_of(lastWordsOfSpans(), [&](const SoughtText &last) { return last.isIn(folded, pairs); });
}

QString withoutPeriods(const QString &text)
{
    // Nothing but these letters tells a period without a digit.
    if (!hasDigit(text) && !text.contains("fy"_L1, Qt::CaseInsensitive))
        return text.simplified();
    auto rest = text;
    for (const auto &found : {findDates(text), findMonths(text)})
        for (auto date = found.rbegin(); date != found.rend(); ++date)
            rest.replace(date->start, date->length, QString(date->length, u' '));
    static const QRegularExpression signs(
        uR"((?<!\d)\d{1,2}[./]\d{1,2}\.(?!\d)|(?<!\d)(?:19|20)\d\d(?:/\d\d)?(?!\d)|\b(?:[QHT][1-4]|[1-4][QHT]|FY|[69]M)\s?['’]?\d{0,2}\b)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return rest.replace(signs, u" "_s).simplified();
}

} // namespace xs::engine
