// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/candidates/candidates.h"

namespace xs::engine {

/// Fields for the tax of one rate, or for what it is taken of ("vat_21", "Montant de la TVA à 10 %"): amounts of the
/// lines that name this rate, which a base and its tax prove. Adds candidates.
void addRatedTaxes(const std::vector<FieldSpec> &fields, const Workspace &workspace, const SearchArea &area,
                   std::vector<std::vector<Candidate>> &candidates);

} // namespace xs::engine
