// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fields/valueform.h"

#include "engine/fields/wish.h"
#include "engine/text/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

/// Patterns come with schemas and may be made to run for ever (pcre2pattern(3), LIMIT_MATCH).
const auto limit = u"(*LIMIT_MATCH=20000)"_s;

/// One sign for each run of digits, capitals and small letters; marks are themselves.
QString shapeOf(QStringView text)
{
    QString shape;
    for (const auto c : text) {
        const auto sign = c.isDigit() ? QChar(u'9') : c.isUpper() ? QChar(u'A') : c.isLetter() ? QChar(u'a') : c;
        const auto isRun = sign == u'9' || sign == u'A' || sign == u'a';
        if (!isRun || shape.isEmpty() || shape.back() != sign)
            shape += sign;
    }
    return shape;
}

QString exampleIn(const QString &description)
{
    static const QRegularExpression form(u"(?:^|[\\s(,;])(?:"_s + Wish("examples").phrases() +
                                             uR"()[:\s]+["'“„«]?([^\s"'”“»,;)]+))"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    if (std::ranges::none_of(description, [](QChar c) { return c.isDigit(); }))
        return {};
    auto example = form.match(description).captured(1);
    while (example.endsWith(u'.') || example.endsWith(u':'))
        example.chop(1);
    return example;
}

bool saysDigits(const QString &pattern)
{
    return pattern.contains("\\d"_L1) || pattern.contains("0-9"_L1);
}

} // namespace

ValueForm::ValueForm(const schema::Field &field)
{
    using schema::FieldType;
    if ((field.type != FieldType::String && field.type != FieldType::Any) || field.isEnum || !field.format.isEmpty())
        return;
    if (!field.pattern.isEmpty()) {
        QRegularExpression pattern(limit + field.pattern, QRegularExpression::UseUnicodePropertiesOption);
        if (pattern.isValid())
            m_pattern = pattern;
        m_isTelling = pattern.isValid() && field.pattern.startsWith(u'^') && field.pattern.endsWith(u'$') &&
                      saysDigits(field.pattern);
        return;
    }
    const auto example = field.example.isEmpty() ? exampleIn(field.description) : field.example.trimmed();
    // Words say nothing of each other's form.
    if (!hasDigit(example) || example.contains(u' '))
        return;
    m_shape = shapeOf(example);
    m_isTelling = m_shape != u"9" && (lettersIn(example) > 0 || digitsIn(example) >= 3);
}

bool ValueForm::fits(const QString &value) const
{
    return m_shape.isEmpty() ? m_pattern.match(value).hasMatch() : shapeOf(value) == m_shape;
}

std::optional<QString> ValueForm::valueOf(const QString &words) const
{
    if (fits(words))
        return words;
    auto joined = words;
    joined.remove(u' ');
    return joined.size() < words.size() && fits(joined) ? std::optional(joined) : std::nullopt;
}

QStringList alternativesIn(const QString &description)
{
    constexpr qsizetype fewest = 2, most = 8;
    static const QRegularExpression list(
        uR"(^\s*((?:[“"'‘„]?[\p{Lu}\d]{1,20}[”"'’“]?\s*,\s*)*[“"'‘„]?[\p{Lu}\d]{1,20}[”"'’“]?),?\s+(?:or|oder|ou|o|of)\s+[“"'‘„]?([\p{Lu}\d]{1,20})[”"'’“]?\s*[.;]?\s*$)"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    const auto match = list.match(description);
    if (!match.hasMatch())
        return {};
    QStringList values;
    for (auto value : (match.captured(1) + u',' + match.captured(2)).split(u',')) {
        value.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
        if (lettersIn(value) > 0)
            values << value;
    }
    return values.size() >= fewest && values.size() <= most ? values : QStringList();
}

} // namespace xs::engine
