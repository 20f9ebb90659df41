// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/numbers.h"

#include "engine/text/words.h"

#include <QLocale>
#include <QRegularExpression>
#include <QVarLengthArray>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

/// The codes as alternatives in groups of one first letter: most places of a text fail at the letter.
QString byFirstLetter(const QStringList &codes)
{
    std::map<QChar, QStringList> rests;
    for (const auto &code : codes)
        rests[code.front()] << code.sliced(1);
    QStringList groups;
    for (const auto &[letter, list] : rests)
        groups << letter + u"(?:"_s + list.join(u'|') + u')';
    return groups.join(u'|');
}

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
        return u"(?:\\p{Sc}|(?:"_s + byFirstLetter(codes) + u")(?![A-Za-z]))"_s;
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
    QVarLengthArray<QChar, 32> plain;
    for (const auto c : digits)
        if (!isGroupMark(c))
            plain.push_back(c);
    const QStringView view(plain.data(), plain.size());
    const auto lastDot = view.lastIndexOf(u'.'), lastComma = view.lastIndexOf(u',');
    qsizetype point = -1;
    if (lastDot >= 0 && lastComma >= 0) {
        point = std::max(lastDot, lastComma);
        if (view.count(view[point]) > 1)
            return {};
    } else if (lastDot >= 0 || lastComma >= 0) {
        const auto last = std::max(lastDot, lastComma);
        const auto sign = view[last];
        const auto behind = view.size() - last - 1;
        const auto isGroup = behind == 3 && last <= 3 && !view.startsWith(u'0') && sign != decimalSign;
        if (view.count(sign) == 1 && !isGroup)
            point = last;
        else if (view.count(sign) > 1 && behind != 3)
            return {};
    }
    QVarLengthArray<char, 32> english;
    for (qsizetype i = 0; i < view.size(); ++i) {
        if (i == point)
            english.push_back('.');
        else if (view[i].isDigit())
            english.push_back(char('0' + view[i].digitValue()));
    }
    bool ok = false;
    const auto value = QLatin1StringView(english.data(), english.size()).toDouble(&ok);
    if (!ok)
        return {};
    if (decimals)
        *decimals = point >= 0 ? int(view.size() - point - 1) : 0;
    return value;
}

namespace {

/// "8.9kg": at most three letters up to the next blank.
bool isShortWord(const QString &text, qsizetype start)
{
    constexpr qsizetype longestUnit = 3;
    auto end = start;
    while (end < text.size() && text[end].isLetter())
        ++end;
    return end > start && end - start <= longestUnit && (end == text.size() || text[end].isSpace());
}

/// Where a number may begin, from `from` on: no farther before a digit than signs and a currency take; −1 where no
/// digit is left.
qsizetype startOfNumber(QStringView text, qsizetype from)
{
    constexpr qsizetype longestStart = 16;
    const auto digit = std::find_if(text.begin() + from, text.end(), [](QChar c) { return c.isDigit(); });
    return digit == text.end() ? -1 : std::max(from, digit - text.begin() - longestStart);
}

} // namespace

std::vector<FoundNumber> findNumbers(const QString &text, QChar decimalSign)
{
    std::vector<FoundNumber> found;
    if (!hasDigit(text))
        return found;
    static const QRegularExpression pattern(
        uR"(([-−–(+]\s?)?(%1\s?)?([-−–]\s?)?(\d{1,3}(?:[  ]\d{3})+(?:[.,]\d{1,4})?(?!\d)|\d+(?:[.,'’]\d+)*|[.,]\d{2}(?!\d))(\)|-(?!\w))?(\s?(?:%|(?(2)(?!)|%1)))?)"_s
            .arg(currencyPattern()),
        QRegularExpression::UseUnicodePropertiesOption);
    // By number: looking a group up by its name takes longer than the match.
    constexpr int signGroup = 1, beforeGroup = 2, innerGroup = 3, digitsGroup = 4, closeGroup = 5, afterGroup = 6;
    // Most texts are letters: what cannot begin a number is passed over, and the end without digits is not looked at.
    for (auto from = startOfNumber(text, 0); from >= 0;) {
        const auto match = pattern.match(text, from);
        if (!match.hasMatch())
            break;
        from = startOfNumber(text, match.capturedEnd());
        FoundNumber number;
        const auto digits = match.capturedView(digitsGroup);
        const auto value = readNumber(digits, decimalSign, &number.decimals);
        if (!value)
            continue;
        number.value = *value;
        number.hasGroups =
            std::ranges::count_if(digits, [](QChar c) { return !c.isDigit(); }) > (number.decimals > 0 ? 1 : 0);
        number.start = match.capturedStart();
        number.length = match.capturedLength();
        const auto after = match.capturedView(afterGroup).trimmed();
        number.hasPercent = after == u"%"_s;
        number.hasCurrency = !match.capturedView(beforeGroup).isEmpty() || (!after.isEmpty() && !number.hasPercent);
        const auto sign = match.capturedView(signGroup).trimmed();
        const auto before = number.start > 0 ? text[number.start - 1] : QChar(u' ');
        const auto end = number.start + number.length;
        const auto behind = end < text.size() ? text[end] : QChar(u' ');
        const auto joins = [](QChar c) {
            return c.isLetterOrNumber() || c == u'/' || c == u'-' || c == u'_' || c == u'#' || c == u'@' || c == u':';
        };
        const auto signed_ = (!sign.isEmpty() && sign != u"+"_s && sign != u"("_s && !before.isLetterOrNumber()) ||
                             !match.capturedView(innerGroup).isEmpty() || match.capturedView(closeGroup) == u"-"_s ||
                             (sign == u"("_s && match.capturedView(closeGroup) == u")"_s && number.decimals > 0);
        if (signed_)
            number.value = -number.value;
        const auto hasUnit = number.decimals > 0 && isShortWord(text, end);
        number.isEmbedded = (joins(before) && before != u':') || (!sign.isEmpty() && before.isLetterOrNumber()) ||
                            (joins(behind) && behind != u':' && behind != u'-' && !hasUnit) ||
                            (behind == u':' && end + 1 < text.size() && text[end + 1].isDigit());
        found.push_back(number);
    }
    return found;
}

int decimalSignVotes(const QString &text)
{
    if (!text.contains(u',') && !text.contains(u'.'))
        return 0;
    static const QRegularExpression pattern(uR"((?<![\d.,])\d{1,3}(?:([.,])\d{3})*([.,])(\d{2})(?![\d.,/\-]))"_s);
    int votes = 0;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext())
        votes += matches.next().capturedView(2) == u"."_s ? 1 : -1;
    return votes;
}

} // namespace xs::engine
