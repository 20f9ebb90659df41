// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schema/import/imported.h"

namespace xs::schema::import {

/// The fields that a text describes, whatever it is: a JSON Schema of any draft, the API's configuration object, an
/// example of the data in JSON, the header of a CSV table, TypeScript declarations or Python classes. Errors:
/// InvalidJson (it looks like JSON and is none), SchemaNotObject (it has no named fields), InvalidArgument (nothing of
/// that kind).
Expected<Imported> importText(const QString &text);

} // namespace xs::schema::import
