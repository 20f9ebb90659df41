// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "schema/field.h"

#include <optional>

namespace xs::review {

/// What a JSON Schema validator (valijson) has against a value of this field: the rule that it breaks, in English; none
/// for a value that is accepted. `dataSchema` is the whole document, for `$defs`. Of a field that is a list, the value
/// is one element. A schema that the validator cannot read complains of nothing.
std::optional<QString> complaint(const Json &value, const schema::Field &field, const Json &dataSchema);

} // namespace xs::review
