// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/readpage.h"

namespace xs::engine {

/// Whether pages repeat an earlier one, but for a few words such as "Copy": invoices are often printed as an original
/// and copies. One flag a page; pages of few words are no copies, and
/// long documents have none.
std::vector<bool> copiesAmong(const std::vector<document::ReadPage> &pages);

} // namespace xs::engine
