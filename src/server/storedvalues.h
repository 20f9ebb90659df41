// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QVariant>

#include <optional>

namespace xs::server {

/// Values as the columns of the store have them.

inline QVariant storedText(const std::optional<QString> &text)
{
    return text ? QVariant(*text) : QVariant(QMetaType::fromType<QString>());
}
/// For columns that are never NULL, as which a null string would be bound.
inline QString storedText(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}
inline QString storedText(const Json &json)
{
    return QString::fromUtf8(toBytes(json));
}

inline std::optional<QString> textOrNothing(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(value.toString());
}
/// Null where it is no JSON.
inline Json readStoredJson(const QVariant &text)
{
    return parseJson(text.toString().toUtf8()).value_or(Json());
}

} // namespace xs::server
