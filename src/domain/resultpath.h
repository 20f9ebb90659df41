// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/resultnode.h"

#include <QStringList>

namespace xs::domain {

/// The steps of a path, one after the other, as pointerStep() writes them; none of the root's. A member without a name
/// is an empty step.
QStringList stepsOf(const ResultPath &path);

/// The child that a step leads to; null where there is none.
const ResultNode *childAt(const ResultNode &parent, const QString &step);

/// What a path leads to, be it a value or not; null where there is nothing.
const ResultNode *nodeAt(const ResultNode &result, const ResultPath &path);

/// readablePath() of a path of this result: a member whose name is a number ("2024") is told from a row.
QString readablePathIn(const ResultNode &result, const ResultPath &path);

/// The name of the schema's field that a path of this result is a value of: its members without the rows, joined by
/// dots ("line_items.price", "revenue.2024").
QString fieldNameIn(const ResultNode &result, const ResultPath &path);

} // namespace xs::domain
