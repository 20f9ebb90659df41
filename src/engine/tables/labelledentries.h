// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tables/rows.h"

namespace xs::engine {

/// Entries below a heading whose values stand behind labels that every entry repeats: "Company: … Position: …". A row
/// for each; none where no heading names the list or too little below it is labelled.
std::vector<Row> readLabelledEntries(const schema::Field &list, const std::vector<FieldSpec> &fields,
                                     const Workspace &workspace, const SearchArea &area);

} // namespace xs::engine
