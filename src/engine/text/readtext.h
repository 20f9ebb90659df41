// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/readpage.h"
#include "engine/text/text.h"

namespace xs::engine {

/// The words of pages that were read, in their order.
Text textOf(const std::vector<document::ReadPage> &pages);

} // namespace xs::engine
