// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/numbers.h"

#include "engine/text/words.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

/// Signs and codes of currencies that stand against a number. The codes of ISO 4217 come from Qt's locales.
const QString &currencyPattern()
{
    static const auto pattern = [] {
        QStringList codes{u"Rs\\.?"_s, u"RM"_s,   u"Fr\\."_s, u"kr\\.?"_s, u"Kč"_s,
                          u"zł"_s,     u"R\\$"_s, u"US\\$"_s, u"S\\$"_s,   u"Euro?s?"_s};
        for (const auto &locale :
             QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory))
            if (const auto code = locale.currencySymbol(QLocale::CurrencyIsoCode);
                code.size() == 3 && !codes.contains(code))
                codes << code;
        std::ranges::sort(codes);
        return u"(?:\\p{Sc}|(?:"_s + codes.join(u'|') + u")(?![A-Za-z]))"_s;
    }();
    return pattern;
}

bool isGroupMark(QChar c)
{
    return c == u'\'' || c == u'’' || c == u' ' || c == QChar::Nbsp || c == QChar(0x202f);
}

} // namespace

std::optional<double> readNumber(QStringView digits, QChar decimalSign, int *decimals)
{
    QString plain;
    for (const auto c : digits)
        if (!isGroupMark(c))
            plain += c;
    const auto lastDot = plain.lastIndexOf(u'.'), lastComma = plain.lastIndexOf(u',');
    qsizetype point = -1;
    if (lastDot >= 0 && lastComma >= 0) {
        point = std::max(lastDot, lastComma);
        if (plain.count(plain[point]) > 1)
            return {};
    } else if (lastDot >= 0 || lastComma >= 0) {
        const auto last = std::max(lastDot, lastComma);
        const auto sign = plain[last];
        const auto behind = plain.size() - last - 1;
        const auto isGroup = behind == 3 && last <= 3 && !plain.startsWith(u'0') && sign != decimalSign;
        if (plain.count(sign) == 1 && !isGroup)
            point = last;
        else if (plain.count(sign) > 1 && behind != 3)
            return {};
    }
    QString english;
    for (qsizetype i = 0; i < plain.size(); ++i) {
        if (i == point)
            english += u'.';
        else if (plain[i].isDigit())
            english += QChar(u'0' + plain[i].digitValue());
    }
    bool ok = false;
    const auto value = english.toDouble(&ok);
    if (!ok)
        return {};
    if (decimals)
        *decimals = point >= 0 ? int(plain.size() - point - 1) : 0;
    return value;
}

std::vector<FoundNumber> findNumbers(const QString &text, QChar decimalSign)
{
    std::vector<FoundNumber> found;
    if (!hasDigit(text))
        return found;
    static const QRegularExpression pattern(
        uR"((?<sign>[-−–(+]\s?)?(?<before>%1\s?)?(?<inner>[-−–]\s?)?(?<digits>\d{1,3}(?:[  ]\d{3})+(?:[.,]\d{1,4})?(?!\d)|\d+(?:[.,'’]\d+)*|[.,]\d{2}(?!\d))(?<close>\)|-(?!\w))?(?<after>\s?(?:%|%1))?)"_s
            .arg(currencyPattern()),
        QRegularExpression::UseUnicodePropertiesOption);
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        FoundNumber number;
        const auto value = readNumber(match.capturedView(u"digits"), decimalSign, &number.decimals);
        if (!value)
            continue;
        number.value = *value;
        number.hasGroups = std::ranges::count_if(match.capturedView(u"digits"), [](QChar c) { return !c.isDigit(); }) >
                           (number.decimals > 0 ? 1 : 0);
        number.start = match.capturedStart();
        number.length = match.capturedLength();
        const auto after = match.capturedView(u"after").trimmed();
        number.hasPercent = after == u"%"_s;
        number.hasCurrency = !match.capturedView(u"before").isEmpty() || (!after.isEmpty() && !number.hasPercent);
        const auto sign = match.capturedView(u"sign").trimmed();
        const auto before = number.start > 0 ? text[number.start - 1] : QChar(u' ');
        const auto end = number.start + number.length;
        const auto behind = end < text.size() ? text[end] : QChar(u' ');
        const auto joins = [](QChar c) {
            return c.isLetterOrNumber() || c == u'/' || c == u'-' || c == u'_' || c == u'#' || c == u'@' || c == u':';
        };
        const auto signed_ = (!sign.isEmpty() && sign != u"+"_s && sign != u"("_s && !before.isLetterOrNumber()) ||
                             !match.capturedView(u"inner").isEmpty() || match.capturedView(u"close") == u"-"_s ||
                             (sign == u"("_s && match.capturedView(u"close") == u")"_s && number.decimals > 0);
        if (signed_)
            number.value = -number.value;
        number.isEmbedded = (joins(before) && before != u':') || (!sign.isEmpty() && before.isLetterOrNumber()) ||
                            (joins(behind) && behind != u':' && behind != u'-') ||
                            (behind == u':' && end + 1 < text.size() && text[end + 1].isDigit());
        found.push_back(number);
    }
    return found;
}

int decimalSignVotes(const QString &text)
{
    static const QRegularExpression pattern(uR"((?<![\d.,])\d{1,3}(?:([.,])\d{3})*([.,])(\d{2})(?![\d.,/\-]))"_s);
    int votes = 0;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext())
        votes += matches.next().capturedView(2) == u"."_s ? 1 : -1;
    return votes;
}

} // namespace xs::engine
