// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/flatten.h"

namespace xs::review {

/// Writes tables as an Excel workbook, one sheet a table: numbers, booleans and dates with their types, confidence as
/// the cell's ground, what a person decided in blue, the citation as a comment. Text is always text, never a formula.
/// The file is written whole or not at all. Errors: FileNotWritten; InvalidArgument when a table has more rows than a
/// sheet takes (1,048,575).
Expected<void> writeXlsx(const QString &path, const std::vector<FlatTable> &tables,
                         const std::vector<ReviewedDocument> &documents);

} // namespace xs::review
