// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

namespace xs::schema {

/// Guesses a schema from an example of the data: the object itself, or the elements of a list. Null becomes a
/// nullable text; elements of a list are taken together, and what some of them lack stays optional.
Json inferFromInstance(const Json &instance);

/// Guesses a schema from the first line of a CSV text (separator , ; tab or |), with types from the lines that follow.
Json inferFromCsv(const QString &text);

/// Whether a text begins with the header of a table: at least two cells.
bool looksLikeCsv(const QString &text);

/// Whether JSON is meant as a schema and not as an example of data.
bool looksLikeSchema(const Json &json);

} // namespace xs::schema
