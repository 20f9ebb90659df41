// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schema/import/imported.h"

namespace xs::schema::import {

/// Writes a schema of an older draft (JSON Schema 3 to 2019-09, OpenAPI 3.0) so that its fields can be shown and run:
/// a root that only refers to a definition, `allOf` of one or of objects, `nullable`, `required: true`, a boolean
/// `exclusiveMinimum`, tuples and references to anchors. A schema that has none of these stays byte for byte. What
/// has no counterpart (open objects, references to other files) is noted by its JSON pointer.
Json modernise(Json schema, std::vector<Note> &notes);

} // namespace xs::schema::import
