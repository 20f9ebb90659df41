// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "schema/field.h"

#include <QLocale>

namespace xs::review {

/// What a person typed, as a value of a field: a number may be written as JSON does or as people of the locale do
/// ("1.234,50"), a boolean as true or false; text stays as it is. Empty text is null, except in a text field that is
/// required. Error InvalidArgument where it is no value of the field's type.
Expected<Json> valueFromText(const QString &text, const schema::Field &field, const QLocale &locale);

} // namespace xs::review
