// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

namespace xs::server {

/// The schema of the service's store, step by step. Steps that were released never change.
const std::vector<store::Migration> &migrations();

} // namespace xs::server
