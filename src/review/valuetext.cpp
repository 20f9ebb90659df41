// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/valuetext.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace xs::review {

namespace {

Unexpected refused(const QString &text)
{
    return Unexpected(ErrorCode::InvalidArgument, u"not a value of the field's type"_s, text);
}

/// A number that JSON's own grammar reads stays exactly what was typed.
std::optional<Json> plainNumber(const QString &text)
{
    const auto read = parseJson(text.toUtf8());
    return read && read->is_number() ? std::optional(*read) : std::nullopt;
}

std::optional<Json> localNumber(const QString &text, const QLocale &locale)
{
    bool understood = false;
    if (const auto whole = locale.toLongLong(text, &understood); understood)
        return Json(whole);
    const auto number = locale.toDouble(text, &understood);
    return understood && std::isfinite(number) ? std::optional(Json(number)) : std::nullopt;
}

Expected<Json> numberFromText(const QString &text, bool whole, const QLocale &locale)
{
    auto number = plainNumber(text);
    if (!number)
        number = localNumber(text, locale);
    if (!number)
        return refused(text);
    if (!whole || number->is_number_integer())
        return *number;
    const auto value = number->get<double>();
    constexpr double exactlyCounted = 9007199254740992.0;
    if (std::trunc(value) != value || std::abs(value) > exactlyCounted)
        return refused(text);
    return Json(static_cast<qint64>(value));
}

} // namespace

Expected<Json> valueFromText(const QString &text, const schema::Field &field, const QLocale &locale)
{
    const auto trimmed = text.trimmed();
    const bool isText = field.type == schema::FieldType::String;
    if (trimmed.isEmpty() && !(isText && field.presence == schema::Presence::Required))
        return Json();
    switch (field.type) {
    case schema::FieldType::Number:
        return numberFromText(trimmed, false, locale);
    case schema::FieldType::Integer:
        return numberFromText(trimmed, true, locale);
    case schema::FieldType::Boolean:
        if (trimmed.compare("true"_L1, Qt::CaseInsensitive) == 0)
            return Json(true);
        if (trimmed.compare("false"_L1, Qt::CaseInsensitive) == 0)
            return Json(false);
        return refused(text);
    case schema::FieldType::Any:
        // A number stays a number where the schema does not say.
        return plainNumber(trimmed).value_or(Json(toStd(text)));
    case schema::FieldType::String:
    case schema::FieldType::Object:
        break;
    }
    return Json(toStd(text));
}

} // namespace xs::review
