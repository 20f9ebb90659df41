// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

namespace xs::engine {

/// A data file of the engine, resources/engine/<name>.json, that is compiled in; read once.
const Json &engineData(const char *name);

/// Puts other data in the place of a file's before it is used first; for programs that measure.
void replaceEngineData(const char *name, const Json &data);

} // namespace xs::engine
