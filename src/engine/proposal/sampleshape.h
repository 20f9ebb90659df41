// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/fields/workspace.h"
#include "engine/proposal/fielddraft.h"

namespace xs::engine {

/// The field that a label of the sample names, with the shape of nearly all of its values; numbers may be whole or not.
/// There is one value at least.
FieldDraft draftOf(const QString &label, const Workspace &workspace, const std::vector<Span> &values);

} // namespace xs::engine
