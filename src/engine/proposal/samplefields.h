// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/choice/form.h"
#include "engine/proposal/fielddraft.h"

namespace xs::engine {

/// The fields that a sample document suggests, in its reading order: labelled values, tables as lists of objects, the
/// parties. Only those are kept for which the engine itself finds a value there again.
std::vector<FieldDraft> fieldsOfSample(const Workspace &workspace);

} // namespace xs::engine
