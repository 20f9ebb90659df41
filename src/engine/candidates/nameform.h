// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/fields/fieldspec.h"

#include <vector>

namespace xs::engine {

/// The form in which a field wants a firm's name: "legal_entity" with its legal form, "trade_name" as it stands above
/// the door.
enum class NameForm { Any, Legal, Trade };

/// Of each field. Where one of several vendors' names is to be the legal one, the others are not.
std::vector<NameForm> nameFormsOf(const std::vector<FieldSpec> &fields);

/// What is to be added to the likelihood of a name for a field.
double worthOfForm(NameForm wanted, bool hasLegalForm);

} // namespace xs::engine
