// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/resultnode.h"
#include "engine/candidates/candidates.h"

namespace xs::engine {

/// A list of plain values: the ticked values of an enum, or the lines and parts of lines under a heading that names
/// the list ("Languages", "Certifications").
domain::ResultNode fillPlainList(const schema::Field &list, const Workspace &workspace, const SearchArea &area);

/// The words of the lines and parts of lines under a heading, or beside a label, that names the list.
std::vector<Span> listedEntries(const schema::Field &list, const Workspace &workspace, const SearchArea &area);

} // namespace xs::engine
