// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tables/bodylines.h"

namespace xs::engine {

/// Whether a line has enough values to start a row, as far as it alone tells.
bool mayStart(const TableBody &body, const BodyLine &line);

/// The column of the amounts: the rightmost one of money that every full row fills; −1 when there is none.
int amountField(const TableBody &body);

/// Marks lines without a gap that columns cut into many cells, where the cells of rows stand apart, as sentences.
void markSentences(TableBody &body);

/// The lines that may start a row and whose figures stand where most other rows have theirs.
std::vector<bool> rowStarts(const TableBody &body);

/// A line with one cell that begins a group of rows: it stands further left than the names of rows, apart from what
/// is above, or in capitals.
bool isGroupHeading(const TableBody &body, std::size_t at);

/// The head of another table ends this one: only words, and most of them label something.
bool isOtherHead(const Workspace &workspace, const Line &line);

} // namespace xs::engine
