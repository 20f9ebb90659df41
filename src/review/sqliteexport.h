// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/flatten.h"

namespace xs::review {

/// Writes tables as an SQLite database: `documents` with one row a document, a table for each list with `document_id`
/// and `row`, and `evidence` with page, citation, confidence and state of every value. Numbers are numbers, null is
/// NULL. The file is written whole or not at all. Error: FileNotWritten.
Expected<void> writeSqlite(const QString &path, const std::vector<FlatTable> &tables,
                           const std::vector<ReviewedDocument> &documents);

} // namespace xs::review
