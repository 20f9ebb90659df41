// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/patterns.h"

#include "engine/text/dates.h"
#include "engine/text/words.h"

#include <QHash>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

/// Whether a text has so many digits: what has not is no number that a pattern looks for.
bool hasDigits(const QString &text, int fewest)
{
    return std::ranges::any_of(text, [&fewest](QChar c) { return c.isDigit() && --fewest <= 0; });
}

template <typename Quality>
std::vector<FoundPattern> findAll(const QString &text, const QRegularExpression &pattern, Quality quality)
{
    std::vector<FoundPattern> found;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        auto value = match.captured();
        auto start = match.capturedStart();
        while (!value.isEmpty() &&
               (value.back().isSpace() || value.back() == u'.' || value.back() == u',' || value.back() == u';'))
            value.chop(1);
        if (const auto sure = quality(value); sure > 0)
            found.push_back({start, value.size(), value, sure});
    }
    return found;
}

/// The remainder by 97 that ISO 13616 asks to be 1.
int ibanRemainder(const QString &iban)
{
    QString plain;
    for (const auto c : iban)
        if (c.isLetterOrNumber())
            plain += c.toUpper();
    int remainder = 0;
    for (const auto c : QString(plain.sliced(4) + plain.first(4))) {
        const auto value = c.isDigit() ? c.digitValue() : c.unicode() - u'A' + 10;
        remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
    }
    return remainder;
}

const QHash<QString, QString> &currencySigns()
{
    static const auto signs = [] {
        QHash<QString, QString> signs;
        for (const auto &locale :
             QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory)) {
            const auto code = locale.currencySymbol(QLocale::CurrencyIsoCode);
            if (code.size() == 3)
                signs.insert(code, code);
        }
        signs.insert(u"€"_s, u"EUR"_s);
        signs.insert(u"$"_s, u"USD"_s);
        signs.insert(u"US$"_s, u"USD"_s);
        signs.insert(u"£"_s, u"GBP"_s);
        signs.insert(u"¥"_s, u"JPY"_s);
        signs.insert(u"₹"_s, u"INR"_s);
        signs.insert(u"Rs"_s, u"INR"_s);
        signs.insert(u"Rs."_s, u"INR"_s);
        signs.insert(u"RM"_s, u"MYR"_s);
        signs.insert(u"Euro"_s, u"EUR"_s);
        signs.insert(u"EURO"_s, u"EUR"_s);
        return signs;
    }();
    return signs;
}

/// What is seen at once: a scheme, "www", or a dot before a letter.
bool mayHaveUrl(QStringView text)
{
    const auto isTold = [](QChar before, QChar c) {
        return (before == u'.' && c.isLetter()) || (before == u'/' && c == u'/') ||
               (c == u'.' && before.toLower() == u'w');
    };
    return std::ranges::adjacent_find(text, isTold) != text.end();
}

/// Whether so many capitals and digits follow each other.
bool hasCodeOf(int fewest, QStringView text)
{
    int run = 0;
    return std::ranges::any_of(text, [&](QChar c) {
        const auto isCode = (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
        run = isCode ? run + 1 : 0;
        return run >= fewest;
    });
}

} // namespace

std::vector<FoundPattern> findEmails(const QString &text)
{
    static const QRegularExpression pattern(uR"([\w.+\-]+\s?@\s?[\w\-]+(?:\.[\w\-]+)+)"_s,
                                            QRegularExpression::UseUnicodePropertiesOption);
    return text.contains(u'@') ? findAll(text, pattern, [](const QString &) { return 1.0; })
                               : std::vector<FoundPattern>();
}

std::vector<FoundPattern> findUrls(const QString &text)
{
    static const QRegularExpression pattern(
        uR"((?<![@\w.\-])(?:https?://[^\s,;|)]+|www\.[^\s,;|)]+|(?:[a-z0-9\-]+\.)+(?:com|org|net|eu|de|fr|nl|es|it|pt|co\.uk|io|at|ch|be|info|biz|in|us|my|uk|ca|au)(?:/[^\s,;|)]*)?)(?![@\w]))"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (!mayHaveUrl(text))
        return {};
    return findAll(text, pattern, [](const QString &value) {
        return value.startsWith("http"_L1, Qt::CaseInsensitive) || value.startsWith("www."_L1, Qt::CaseInsensitive)
                   ? 1.0
                   : 0.8;
    });
}

std::vector<FoundPattern> findPhones(const QString &text)
{
    static const QRegularExpression pattern(
        uR"((?<![\w.,/])(?:\+\s?\d{1,3}[\s\-./]?)?(?:\(\s?\+?\d{1,5}\s?\)\s?[\-/]?\s?)?\d{1,5}(?:[\s\-./]{1,3}\d{1,6}){0,6}(?![\w]))"_s);
    if (!hasDigits(text, 6))
        return {};
    return findAll(text, pattern, [](const QString &value) {
        const auto digits = digitsIn(value);
        if (digits < 6 || digits > 15 || !findDates(value).empty())
            return 0.0;
        const auto signs = value.startsWith(u'+') || value.startsWith(u'(') || value.startsWith(u'0');
        return signs ? 0.9 : 0.5;
    });
}

std::vector<FoundPattern> findIbans(const QString &text)
{
    static const QRegularExpression pattern(
        uR"((?<!\w)[A-Z]{2}\s?\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?(?!\w))"_s);
    if (!hasDigits(text, 8))
        return {};
    return findAll(text, pattern, [](const QString &value) {
        // The shortest are Norway's; numbers of tax payers look alike.
        constexpr qsizetype shortest = 15;
        if (digitsIn(value) < 8 || value.size() - value.count(u' ') < shortest)
            return 0.0;
        return ibanRemainder(value) == 1 ? 1.0 : 0.5;
    });
}

std::vector<FoundPattern> findBics(const QString &text)
{
    static const QRegularExpression pattern(uR"((?<!\w)[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?(?!\w))"_s);
    if (!hasCodeOf(8, text))
        return {};
    return findAll(text, pattern, [](const QString &value) { return digitsIn(value) > 0 ? 0.6 : 0.3; });
}

std::vector<FoundPattern> findVatIds(const QString &text)
{
    static const QRegularExpression pattern(
        uR"((?<!\w)(?:AT|BE|BG|CHE?|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI)[\s\-]?(?:[A-Z0-9]{0,3}[\s.]?)(?:\d[\s.]?){6,11}(?:B\d{2}|[A-Z])?(?!\w))"_s);
    if (!hasDigits(text, 7))
        return {};
    return findAll(text, pattern,
                   [](const QString &value) { return digitsIn(value) >= 7 && digitsIn(value) <= 12 ? 0.8 : 0.0; });
}

std::vector<FoundPattern> findCurrencies(const QString &text)
{
    static const QRegularExpression pattern(uR"(US\$|\p{Sc}|(?<![A-Za-z])(?:[A-Z]{3}|Rs\.?|RM|Euro?)(?![A-Za-z]))"_s,
                                            QRegularExpression::UseUnicodePropertiesOption);
    std::vector<FoundPattern> found;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (const auto code = currencySigns().value(match.captured()); !code.isEmpty())
            found.push_back(
                {match.capturedStart(), match.capturedLength(), code, match.captured() == code ? 0.8 : 0.6});
    }
    return found;
}

std::vector<FoundPattern> findIdentifiers(const QString &text)
{
    static const QRegularExpression pattern(uR"((?<![\w/])[\w][\w./\-#&+]*(?![\w]))"_s,
                                            QRegularExpression::UseUnicodePropertiesOption);
    return findAll(text, pattern, [](const QString &value) {
        const auto digits = digitsIn(value);
        if (digits == 0)
            return 0.0;
        return std::min(1.0, 0.35 + 0.1 * double(std::min<qsizetype>(value.size(), 6)) + (digits >= 3 ? 0.1 : 0));
    });
}

std::vector<FoundPattern> findTimes(const QString &text)
{
    static const QRegularExpression pattern(
        uR"((?<![\d:.])\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?\s?(?:[AaPp]\.?[Mm]\.?)?(?![\d:]))"_s);
    if (!text.contains(u':'))
        return {};
    return findAll(text, pattern, [](const QString &) { return 0.9; });
}

} // namespace xs::engine
