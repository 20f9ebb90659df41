// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/candidates/candidates.h"
#include "engine/text/sentences.h"

namespace xs::engine {

/// Adds the parties of a contract and what it says of them: "ACME LIMITED, a company with number 123, whose registered
/// office is at … (the Supplier)", "… – nachfolgend „Mieter“ genannt". The word that stands for a party names its
/// field, or the object of its fields.
void addPartyClauses(const std::vector<FieldSpec> &fields, std::size_t asked, const std::vector<Sentence> &sentences,
                     const Workspace &workspace, const SearchArea &area,
                     std::vector<std::vector<Candidate>> &candidates);

} // namespace xs::engine
