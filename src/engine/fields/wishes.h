// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/fields/fieldspec.h"

namespace xs::engine {

/// What a description, folded, says of the form of the value: which line of several, with which sign, as printed. The
/// patterns of all languages are in resources/engine/wishes.json.
void setWishes(FieldSpec &spec, const QString &folded);

/// What a description writes of the form of a date, in the letters of its language: "YYYY-MM-DD", "JJJJ-MM".
std::optional<ValueKind> kindByDateForm(const QString &description);

} // namespace xs::engine
