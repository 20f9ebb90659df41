// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "schema/field.h"

#include <optional>

namespace xs::review {

/// What the schema has against a value.
enum class Fault {
    /// Null, where a value is required.
    Missing,
    /// Of another type than the field's.
    WrongType,
    /// None of the field's allowed values.
    NotAllowed,
    /// Text that does not match the field's pattern.
    NoMatch,
};

/// The first fault of a plain value (null, boolean, number, text) of this field; none for a value that the schema
/// accepts. For a field that is a list, the value is one of its elements.
std::optional<Fault> findFault(const Json &value, const schema::Field &field);

} // namespace xs::review
