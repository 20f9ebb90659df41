// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/flatten.h"

namespace xs::review {

struct CsvOptions
{
    /// Page, citation, confidence and state behind every value.
    bool withProvenance = false;
    /// A byte order mark, which tells spreadsheets that the text is UTF-8.
    bool withByteOrderMark = false;
};

/// A table as CSV (RFC 4180, UTF-8): the document's name, the number of the row where rows are elements of a list, then
/// the columns. Text that a spreadsheet would take for a formula gets an apostrophe before it; null is an empty field.
QByteArray csv(const FlatTable &table, const std::vector<ReviewedDocument> &documents, const CsvOptions &options = {});

/// Whether a spreadsheet might run this text as a formula when a file is opened: it begins with =, +, -, @, a tab or a
/// line break and is not just a number.
bool looksLikeFormula(const QString &text);

} // namespace xs::review
