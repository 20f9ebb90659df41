// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

namespace xs::engine {

/// A data file of the engine, resources/engine/<name>.json, that is compiled in; read once.
const Json &engineData(const char *name);

} // namespace xs::engine
