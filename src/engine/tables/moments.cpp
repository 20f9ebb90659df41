// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/moments.h"

#include "engine/text/dates.h"
#include "engine/text/segmenttext.h"
#include "engine/text/words.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

Moment momentOf(const QDate &month, const Span &words)
{
    return {{words}, month.toString(u"yyyy-MM"_s), month.year()};
}

/// The dashes between the parts of periods that are written without blanks do not join them. As long as before.
QString withDashesApart(QString words)
{
    static const QRegularExpression dash(u"[–—]|(?<=[0-9]{4})-(?=(?:19|20)[0-9]{2}|\\p{L}|[0-9]{1,2}[./][0-9]{4})"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    return words.replace(dash, u";"_s);
}

/// "March" in "March – August 2019": the word before a dash before the end.
std::optional<Moment> monthBefore(const SpanText &line, qsizetype end, int year)
{
    static const QRegularExpression start(u"(\\p{L}+\\.?)\\s*[-–—]\\s*$"_s,
                                          QRegularExpression::UseUnicodePropertiesOption);
    const auto match = start.match(line.string().left(end));
    const auto month = match.hasMatch() ? monthNumber(match.captured(1)) : 0;
    if (month == 0)
        return {};
    return momentOf(QDate(year, month, 1), line.tokens(match.capturedStart(1), match.capturedLength(1)));
}

std::vector<Moment> yearsIn(const SpanText &line, const QString &words, int last)
{
    // Years of studies, too: "2016/17".
    static const QRegularExpression year(
        u"(?<![0-9.,/])((?:1[89]|20)[0-9]{2})(?:(?![0-9.,/][0-9])(?![0-9])|/[0-9]{2}(?![0-9/]))"_s);
    std::vector<Moment> moments;
    for (const auto &match : year.globalMatch(words))
        moments.push_back(
            {{line.tokens(match.capturedStart(), match.capturedLength())}, {}, match.capturedView(1).toInt()});
    // One year alone is a period where it ends the line.
    if (moments.size() == 1 && moments.front().spans.front().last != last)
        moments.clear();
    return moments;
}

} // namespace

std::vector<Moment> momentsIn(const Text &text, const Span &words)
{
    const SpanText line(text, words);
    if (!hasDigit(line.string()))
        return {};
    const auto apart = withDashesApart(line.string());
    const auto months = findMonths(apart);
    if (months.empty())
        return yearsIn(line, apart, words.last);
    std::vector<Moment> moments;
    for (const auto &month : months)
        moments.push_back(momentOf(month.date, line.tokens(month.start, month.length)));
    if (const auto start = monthBefore(line, months.front().start, months.front().date.year()))
        moments.insert(moments.begin(), *start);
    return moments;
}

std::optional<Moment> endBelow(const Text &text, const Span &period, const Span &below)
{
    const auto year = text.textOf(below);
    const Span month{period.last - 1, period.last};
    if (!isDigits(year) || year.size() != 4)
        return {};
    const auto months = findMonths(text.textOf(month) + u' ' + year);
    if (months.size() != 1)
        return {};
    auto end = momentOf(months.front().date, month);
    end.spans.push_back(below);
    return end;
}

} // namespace xs::engine
