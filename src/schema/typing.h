// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schema/edit.h"

namespace xs::schema {

/// A property's schema as another type; the parts that both have in common are kept. These are plain functions
/// of a property's own JSON; edit.h makes undoable changes of them.
Json withType(const Json &property, const TypeChoice &type);
/// The property with or without the alternative null (`anyOf`, or the type list that it has already).
Json withNull(const Json &property, bool nullable);
/// The values of a property's `enum`, wherever it stands; null where there is none.
Json enumOf(const Json &property);
/// The property with the given `enum`, wherever its type is said.
Json withEnum(const Json &property, Json values);
/// Where inside the property its type is said ("", "/anyOf/0"), and for a list the elements' ("/items").
QString typedPlace(const Json &property, bool ofElements = false);
/// The text as a number or a truth value where the type wants one and the text is one; else the text.
Json valueOfType(const QString &text, FieldType type);

} // namespace xs::schema
