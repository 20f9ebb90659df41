// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/candidates/parties.h"

namespace xs::engine {

/// Adds candidates that need no label: values whose form says what they are (e-mail, date, IBAN), names and addresses
/// of the parties, the document's title, values of an enum that the text says. `blocks` are the area's addresses.
void addUnlabelled(const std::vector<FieldSpec> &fields, const Workspace &workspace, const SearchArea &area,
                   const std::vector<AddressBlock> &blocks, std::vector<std::vector<Candidate>> &candidates);

} // namespace xs::engine
