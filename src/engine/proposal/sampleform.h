// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/fields/workspace.h"
#include "engine/proposal/fielddraft.h"

namespace xs::engine {

/// More fields than these are no proposal.
inline constexpr std::size_t mostFields = 60;

/// Lines of boxes to tick: behind a label the values of an enum, several where several are ticked or where the boxes
/// stand in columns with heads; without one a truth for each box. `lines` gets the lines with boxes.
void addTickBoxes(const Workspace &workspace, std::vector<FieldDraft> &drafts, std::vector<Span> &lines);

/// The filled fields of an AcroForm, called what their names or tooltips say, or what is printed beside them.
void addEntries(const Workspace &workspace, std::vector<FieldDraft> &drafts);

} // namespace xs::engine
