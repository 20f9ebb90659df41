// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluate/samevalue.h"

#include <QDate>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace xs::evaluate {

namespace {

QString plainText(const QString &text, const SameRules &rules)
{
    const auto joined = text.normalized(QString::NormalizationForm_KC).simplified();
    return rules.matchCase ? joined : joined.toCaseFolded();
}

/// The number that a text writes, with points or commas in its thousands.
std::optional<double> numberOf(const QString &text)
{
    static const QRegularExpression plain(u"^[+-]?\\d+(\\.\\d+)?$"_s);
    static const QRegularExpression english(u"^[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?$"_s);
    static const QRegularExpression german(u"^[+-]?(\\d{1,3}([. ]\\d{3})+|\\d+)(,\\d+)?$"_s);
    auto digits = text.simplified();
    if (!plain.match(digits).hasMatch()) {
        if (english.match(digits).hasMatch())
            digits.remove(u',');
        else if (german.match(digits).hasMatch())
            digits.remove(u'.').remove(u' ').replace(u',', u'.');
        else
            return std::nullopt;
    }
    bool understood = false;
    const auto number = digits.toDouble(&understood);
    return understood ? std::optional(number) : std::nullopt;
}

QDate dayFirst(const QString &text)
{
    static const QRegularExpression dotted(u"^(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})$"_s);
    static const QRegularExpression other(u"^(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4})$"_s);
    if (const auto match = dotted.match(text); match.hasMatch())
        return QDate(match.captured(3).toInt(), match.captured(2).toInt(), match.captured(1).toInt());
    const auto match = other.match(text);
    if (!match.hasMatch())
        return {};
    const auto first = match.captured(1).toInt();
    const auto second = match.captured(2).toInt();
    const auto year = match.captured(3).toInt();
    if (first > 12 || first == second)
        return QDate(year, second, first);
    // Which of the two is the month cannot be seen unless the other cannot be one.
    return second > 12 ? QDate(year, first, second) : QDate();
}

QDate dateOf(const QString &text)
{
    static const QRegularExpression iso(u"^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})([T ]00:00(:00(\\.0+)?)?Z?)?$"_s);
    if (const auto match = iso.match(text); match.hasMatch())
        return QDate(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    if (const auto date = dayFirst(text); date.isValid())
        return date;
    const auto words = QString(text).remove(u',');
    for (const auto *format : {"d MMMM yyyy", "d MMM yyyy", "MMMM d yyyy", "MMM d yyyy"})
        for (const auto &locale : {QLocale::c(), QLocale()})
            if (const auto date = locale.toDate(words, QString::fromLatin1(format)); date.isValid())
                return date;
    return {};
}

bool sameNumber(double a, double b)
{
    // Fifteen digits are what a double keeps of a written number.
    return a == b || std::abs(a - b) <= 1e-12 * std::max(std::abs(a), std::abs(b));
}

/// The number that a value is, or that it writes.
std::optional<double> asNumber(const Json &value)
{
    if (value.is_number())
        return value.get<double>();
    return value.is_string() ? numberOf(toQString(value)) : std::nullopt;
}

} // namespace

Json canonical(const Json &value, const SameRules &rules)
{
    if (value.is_number() && rules.byValue)
        return value.get<double>();
    if (!value.is_string())
        return value;
    const auto text = toQString(value);
    if (text.simplified().isEmpty())
        return {};
    if (rules.byValue)
        if (const auto date = dateOf(text.simplified()); date.isValid())
            return toStd(date.toString(Qt::ISODate));
    return toStd(plainText(text, rules));
}

bool sameValue(const Json &a, const Json &b, const SameRules &rules)
{
    if (rules.byValue && (a.is_number() || b.is_number())) {
        const auto first = asNumber(a);
        const auto second = asNumber(b);
        return first && second && sameNumber(*first, *second);
    }
    return canonical(a, rules) == canonical(b, rules);
}

} // namespace xs::evaluate
