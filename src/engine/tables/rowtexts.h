// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tables/bodylines.h"

namespace xs::engine {

/// Cells are set in the middle of a text of several lines: the text's first line stands higher than the figures,
/// and yet beside them.
bool leadsInto(const TableBody &body, const BodyLine &line, const BodyLine &row);

/// Takes in the first lines of texts that lead into a row; what stands in the row itself is their second line.
void beginAbove(const TableBody &body, Row &row, const BodyLine &above);

/// Whether a line with texts only stands closer to the row below it than to what is above: cells whose words are in
/// the middle of their row begin above its figures.
bool isLeading(const TableBody &body, std::size_t at);

/// Puts the texts of the lines that lead to a row before its own.
void addLeading(TableBody &body, std::size_t at);

/// A line below a row's first line, `distance` lines further down: its texts go on with those of the row when they are
/// close and label nothing.
void addContinuation(const TableBody &body, Row &row, const BodyLine &line, int distance);

} // namespace xs::engine
