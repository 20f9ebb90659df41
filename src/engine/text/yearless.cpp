// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/yearless.h"

#include "engine/text/dates.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr std::size_t mostDays = 2;

bool isDayOf(int day, int month)
{
    return QDate(2024, month, day).isValid();
}

/// Whether a pattern can fit at all, which is seen faster: one or two digits and what parts a day from a month, or a
/// word and a digit.
bool mayBegin(QStringView text)
{
    const auto isDigit = [](QChar c) { return c.isDigit(); };
    const auto digits = std::ranges::find_if_not(text, isDigit) - text.begin();
    if (digits > 0)
        return digits <= 2 && digits < text.size() &&
               (QStringView(u"/-. ").contains(text[digits]) || text[digits].isLetter());
    const auto blank = text.indexOf(u' ');
    return blank >= 3 && blank <= 11 && blank + 1 < text.size() && text[blank + 1].isDigit();
}

/// One day from `start` on; its length is 0 where there is none.
YearlessDay dayAt(const QString &text, qsizetype start)
{
    // With a dot between them they are an amount, unless a dot follows.
    static const QRegularExpression numeric(uR"((\d{2})(?:([/-])(\d{2})|\.(\d{2})\.)(?=\s|$))"_s);
    static const QRegularExpression named(
        uR"((?:(\d{1,2})\.?[\s\-/]?(\p{L}{3,10})\.?|(\p{L}{3,10})\.?\s(\d{1,2}))(?=\s|$))"_s);
    if (!mayBegin(QStringView(text).sliced(std::min(start, text.size()))))
        return {};
    if (const auto match =
            numeric.match(text, start, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        match.hasMatch()) {
        const auto first = match.capturedView(1).toInt();
        const auto second = match.capturedView(match.hasCaptured(3) ? 3 : 4).toInt();
        YearlessDay found{start, match.capturedLength(), first, second, false};
        if (!isDayOf(first, second))
            std::swap(found.day, found.month);
        found.isAmbiguous = isDayOf(first, second) && isDayOf(second, first);
        return isDayOf(found.day, found.month) ? found : YearlessDay();
    }
    if (!mayNameMonth(text))
        return {};
    if (const auto match =
            named.match(text, start, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        match.hasMatch()) {
        const auto dayFirst = match.hasCaptured(1);
        const auto month = monthNumber(match.capturedView(dayFirst ? 2 : 3));
        const auto day = match.capturedView(dayFirst ? 1 : 4).toInt();
        return month > 0 && isDayOf(day, month) ? YearlessDay{start, match.capturedLength(), day, month, false}
                                                : YearlessDay();
    }
    return {};
}

} // namespace

std::vector<YearlessDay> leadingDays(const QString &text)
{
    std::vector<YearlessDay> days;
    for (qsizetype start = 0; days.size() < mostDays;) {
        const auto found = dayAt(text, start);
        if (found.length == 0)
            break;
        days.push_back(found);
        start += found.length + 1;
    }
    return days;
}

QDate nearestDate(int day, int month, const std::vector<QDate> &known)
{
    QDate best;
    auto least = std::numeric_limits<qint64>::max();
    for (const auto &date : known)
        for (const auto year : {date.year() - 1, date.year(), date.year() + 1}) {
            const QDate candidate(year, month, day);
            const auto distance = candidate.isValid() ? std::abs(candidate.daysTo(date)) : least;
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
    return best;
}

} // namespace xs::engine
