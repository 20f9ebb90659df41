// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jsonpointer.h"

namespace xs::schema {

/// JSON pointers (RFC 6901) of the places of a schema.

/// The pointer of a member or of an array element.
QString childPointer(const QString &parent, const QString &name);
QString childPointer(const QString &parent, std::size_t index);
/// The pointer without its last step.
QString parentPointer(const QString &pointer);
/// The name of the last step, unescaped.
QString lastName(const QString &pointer);

/// The pointer of the object schema that holds a property: `…/properties/<name>` without its last two steps.
QString ownerOf(const QString &property);
/// The pointer of a property of an object schema.
QString propertyPointer(const QString &owner, const QString &name);
/// Whether the place is `ancestor` itself or lies inside of it.
bool isInside(const QString &pointer, const QString &ancestor);

} // namespace xs::schema
