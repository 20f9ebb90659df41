// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/candidates/candidates.h"
#include "engine/proposal/fielddraft.h"

namespace xs::engine {

/// The lists that a résumé has below headings of their own: posts, schools, skills, languages. None where fewer than
/// two such headings stand in the document, which is then no résumé.
std::vector<FieldDraft> findSections(const Workspace &workspace);

} // namespace xs::engine
