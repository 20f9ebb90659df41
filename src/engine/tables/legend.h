// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tables/tablehead.h"

namespace xs::engine {

/// Adds to short heads of columns what a note of the document says that they mean: "FR = first registration".
void explainHeads(TableHead &head, const Workspace &workspace);

} // namespace xs::engine
