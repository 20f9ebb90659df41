// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/validity.h"

#include <QRegularExpression>

namespace xs::review {

namespace {

bool hasType(const Json &value, schema::FieldType type)
{
    switch (type) {
    case schema::FieldType::String:
        return value.is_string();
    case schema::FieldType::Number:
        return value.is_number();
    case schema::FieldType::Integer:
        // JSON Schema counts 3.0 as an integer.
        return value.is_number_integer() ||
               (value.is_number_float() &&
                value.get<double>() == static_cast<double>(static_cast<qint64>(value.get<double>())));
    case schema::FieldType::Boolean:
        return value.is_boolean();
    case schema::FieldType::Object:
        return value.is_object();
    case schema::FieldType::Any:
        break;
    }
    return true;
}

bool matches(const QString &text, const QString &pattern)
{
    const QRegularExpression expression(pattern);
    // A pattern that cannot be read blames nobody; the schema's own check reports it.
    return !expression.isValid() || expression.match(text).hasMatch();
}

} // namespace

std::optional<Fault> findFault(const Json &value, const schema::Field &field)
{
    if (value.is_null()) {
        const bool wanted =
            field.presence == schema::Presence::Required && !field.list && field.type != schema::FieldType::Any;
        return wanted ? std::optional(Fault::Missing) : std::nullopt;
    }
    if (!hasType(value, field.type))
        return Fault::WrongType;
    if (!field.enumValues.isEmpty() && !field.enumValues.contains(displayText(value)))
        return Fault::NotAllowed;
    if (value.is_string() && !field.pattern.isEmpty() && !matches(toQString(value), field.pattern))
        return Fault::NoMatch;
    return std::nullopt;
}

} // namespace xs::review
