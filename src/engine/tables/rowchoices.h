// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tables/rows.h"

namespace xs::engine {

/// Choices that no column has: those that a mark in a row tells ("credit if marked CR"), and, of two, the one that
/// stands where the rows do not say the other.
void fillChoices(std::vector<Row> &rows, const std::vector<FieldSpec> &fields, const Text &text);

} // namespace xs::engine
