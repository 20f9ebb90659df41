// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/candidates/candidates.h"

namespace xs::engine {

/// Whom a résumé is about: the name in the largest words at its top, the line below it, the address, and how old the
/// person is. Adds candidates where a document has the headings of a résumé.
void addResumePerson(const std::vector<FieldSpec> &fields, const Workspace &workspace, const SearchArea &area,
                     std::vector<std::vector<Candidate>> &candidates);

} // namespace xs::engine
