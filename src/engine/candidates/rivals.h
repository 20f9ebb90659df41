// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/fields/fieldspec.h"

namespace xs::engine {

/// Fields that documents often have though the schema does not ask for them, such as the change on a receipt. They
/// take part in the choice, so that their values are not given to fields that sound alike, and are dropped afterwards.
/// Those that the schema already has are left out.
std::vector<FieldSpec> rivalsOf(const std::vector<FieldSpec> &fields, const Lexicon &lexicon);

} // namespace xs::engine
