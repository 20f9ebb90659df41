// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/candidates/candidates.h"

namespace xs::engine {

/// Makes candidates for due dates doubtful that lie before the date that the document was most likely issued on, where
/// a labelled one lies behind it. That others lie behind it proves nothing: most dates do.
void doubtEarlyDueDates(const std::vector<FieldSpec> &fields, std::vector<std::vector<Candidate>> &candidates);

} // namespace xs::engine
