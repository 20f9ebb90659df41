// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/guess.h"

#include "schema/typing.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace xs::schema {

namespace {

struct Guess
{
    FieldType type = FieldType::String;
    const char *format = nullptr;
    /// The value as JSON has it, for the example.
    QString plain;
};

QRegularExpression whole(const QString &pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                              QRegularExpression::CaseInsensitiveOption |
                                  QRegularExpression::UseUnicodePropertiesOption);
}

/// An amount as people print it, with its separators; nothing for codes such as 0042 and 123456789012.
std::optional<Guess> number(const QString &text)
{
    static const auto amount = whole(
        uR"((?:(?:EUR|USD|GBP|CHF|JPY|CNY|SEK|NOK|DKK|PLN|CZK|HUF|CAD|AUD|NZD|INR|BRL|MXN|ZAR|SGD|HKD)\s*|\p{Sc}\s*)?([-+(]?)\s*((?:\d{1,3}(?:[.,'\x{a0} ]\d{3})+|\d+)(?:[.,]\d{1,4})?)\)?\s*(-?)\s*(?:[A-Z]{3}|\p{Sc}|%)?)"_s);
    const auto match = amount.match(text);
    if (!match.hasMatch())
        return {};
    auto digits = match.captured(2);
    const auto isPlain = QRegularExpression(u"^\\d+$"_s).match(digits).hasMatch();
    constexpr int longestCount = 6;
    if (isPlain && digits == text && (digits.size() > longestCount || (digits.size() > 1 && digits.startsWith(u'0'))))
        return {};
    // The last separator is the decimal mark, unless three digits follow it and nothing says otherwise.
    const auto mark = std::max(digits.lastIndexOf(u'.'), digits.lastIndexOf(u','));
    const auto separators = digits.count(u'.') + digits.count(u',');
    const auto isMark =
        mark >= 0 && (digits.size() - mark - 1 != 3 || (separators > 1 && digits.count(digits[mark]) == 1));
    QString plain;
    for (qsizetype i = 0; i < digits.size(); ++i)
        plain += digits[i].isDigit() ? QString(digits[i]) : isMark && i == mark ? u"."_s : QString();
    const auto isNegative = match.captured(1) == "-"_L1 || match.captured(1) == "("_L1 || match.captured(3) == "-"_L1;
    const auto isCount = isPlain && digits == text;
    return Guess{isCount ? FieldType::Integer : FieldType::Number, nullptr, (isNegative ? u"-"_s : QString()) + plain};
}

Guess guess(const QString &text)
{
    static const auto truth = whole(u"yes|no|true|false|ja|nein|oui|non|sí"_s);
    static const auto date = whole(
        uR"(\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|(?:\p{L}+,?\s+)?\d{1,2}(?:st|nd|rd|th|\.)?\s+\p{L}{3,}\.?,?\s+\d{4}|\p{L}{3,}\.?\s+\d{1,2},?\s+\d{4})"_s);
    static const auto mail = whole(uR"([\w.+-]+@[\w-]+(\.[\w-]+)+)"_s);
    static const auto web = whole(uR"((https?:\/\/|www\.)\S+)"_s);
    if (text.contains(truth))
        return {FieldType::Boolean, nullptr, {}};
    if (text.contains(date))
        return {FieldType::String, "date", text};
    if (text.contains(mail))
        return {FieldType::String, "email", text};
    if (text.contains(web))
        return {FieldType::String, "uri", text};
    return number(text).value_or(Guess{FieldType::String, nullptr, text});
}

} // namespace

QString fieldName(const QString &label)
{
    QString name;
    for (const auto c : label.normalized(QString::NormalizationForm_KD)) {
        if (c.category() == QChar::Mark_NonSpacing)
            continue;
        if (c.isLetterOrNumber())
            name += c.toLower();
        else if (!name.isEmpty() && !name.endsWith(u'_'))
            name += u'_';
    }
    constexpr qsizetype longest = 40;
    name = name.left(longest);
    while (name.endsWith(u'_'))
        name.chop(1);
    return name.isEmpty() || !name.front().isDigit() ? name : u"field_"_s + name;
}

Json propertyFor(const QString &value, const QString &label)
{
    const auto found = guess(value.simplified());
    auto property = newProperty({found.type});
    if (found.format)
        property["format"] = found.format;
    if (!label.isEmpty())
        property["description"] = toStd(u"Printed beside “%1”"_s.arg(label));
    if (!found.plain.isEmpty())
        property["examples"] = Json::array({valueOfType(found.plain, found.type)});
    return withNull(property, true);
}

} // namespace xs::schema
