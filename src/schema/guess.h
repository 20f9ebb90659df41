// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

namespace xs::schema {

/// A field's name made of the words beside its value: "Invoice no." becomes "invoice_no". Empty when nothing is left.
QString fieldName(const QString &label);

/// The schema of a field whose value looks like this text: number, integer, boolean, date, e-mail, address on the web
/// or text, nullable, with the text as its example and the label in its description.
Json propertyFor(const QString &value, const QString &label);

} // namespace xs::schema
