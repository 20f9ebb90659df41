// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tables/tablehead.h"

namespace xs::engine {

/// The words of a line in each column; empty spans where there are none.
std::vector<Span> cellsOfLine(const Text &text, const Line &line, const std::vector<Column> &columns);

/// The value that a cell gives for a field; std::nullopt when its words do not fit the field's kind.
std::optional<Candidate> readCell(const FieldSpec &field, const Workspace &workspace, const Span &cell);

/// Whether a line ends in an amount that is labelled as one of the totals, whatever notes stand before them; totals
/// that begin right of `right` stand beside the table.
bool endsInTotal(const Workspace &workspace, const Line &line, double right);

/// Whether a line states a total, a subtotal or a tax and not a row of its own.
bool isTotalLine(const Workspace &workspace, const Line &line);

} // namespace xs::engine
