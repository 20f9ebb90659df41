// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/resultpath.h"
#include "review/decision.h"
#include "schema/field.h"

namespace xs::review {

/// Rows that people take out of lists and add to them are decisions about the row's own path: Removed on a row of the
/// engine's, Added on a position behind the last one ("/line_items/3" of three). The engine's rows never move, so no
/// other decision's path changes. An added row's decision has the row as its value, every cell null; its cells are
/// then decided as any other.

/// The result with the rows that people added behind those of the engine. Rows that were removed are still there.
domain::ResultNode withAddedRows(domain::ResultNode result, const Decisions &decisions);

/// Whether a value lies in a row that was removed, or is one.
bool isRemoved(const Decisions &decisions, const domain::ResultPath &path);

/// The list that a path lies in, the innermost one, or the path itself where that is a list; empty when there is none.
/// The root as a list is told by `found`.
struct ListPlace
{
    bool found = false;
    domain::ResultPath list;
    /// The row's path; empty when the list itself was asked for.
    domain::ResultPath row;
};
ListPlace listOf(const domain::ResultNode &result, const domain::ResultPath &path);

/// A row without values, as the schema's field of the list describes its elements, or else as `list`'s first row is.
Json emptyRow(const schema::Field *field, const domain::ResultNode &list);

/// Row decisions about an earlier result that still hold for a later one, with the cells of added rows: a removed row
/// that the engine gives again, unchanged, is removed again; an added row is added again unless the engine has it now.
Decisions carriedRows(const domain::ResultNode &before, const Decisions &decisions, const domain::ResultNode &after);

} // namespace xs::review
