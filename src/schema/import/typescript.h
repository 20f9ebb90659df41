// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schema/import/imported.h"

namespace xs::schema::import {

/// Whether a text declares interfaces or object types.
bool looksLikeTypeScript(const QString &text);

/// The schema of TypeScript declarations: interfaces, object types, unions, enums, lists, `extends`; `?` makes a member
/// optional, null and undefined make it nullable, comments become descriptions, @format, @pattern and @example of
/// JSDoc become keywords. What a value cannot say (methods, index signatures, mapped and generic types) is noted.
Expected<Imported> fromTypeScript(const QString &text);

} // namespace xs::schema::import
