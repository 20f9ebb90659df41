// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/extract.h"

namespace xs::engine {

/// The candidates of every leaf outside lists, with their features, before one is chosen: what scripts/train-engine
/// learns the weights from. A list of {"pointer", "candidates": [{"value", "score", "place", "label", "features"}]}.
Expected<Json> inspectCandidates(const document::PageSource &document, const ExtractRequest &request);

} // namespace xs::engine
