// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/extractjob.h"
#include "review/attention.h"

namespace xs::review {

/// One document's answer as exports take it: the engine's result and what people decided about it.
struct ReviewedDocument
{
    /// File name of the document.
    QString name;
    domain::ResultNode result;
    schema::Field schema;
    Decisions decisions;
    /// The job as the server gave it.
    domain::ExtractJob job;
};

/// One value in a table.
struct FlatCell
{
    /// Null where the document has no such value.
    Json value;
    /// Of the page that proves it; 0 when there is none.
    int page = 0;
    QString citation;
    domain::ConfidenceLevel level = domain::ConfidenceLevel::Unknown;
    std::optional<double> score;
    Verdict verdict = Verdict::None;
    /// Where the value is in the result.
    domain::ResultPath path;
    /// Whether the document has this value at all.
    bool present = false;
};

/// "machine" for a value that nobody has decided about, else the verdict in lower case: the word of all exports.
QString stateWord(Verdict verdict);

/// One line of a table: of which document, and of which element of its list (0 where there is no list).
struct FlatRow
{
    std::size_t document = 0;
    /// From 1; of a list inside a list the numbers of both, outermost first.
    std::vector<int> numbers;
    std::vector<FlatCell> cells;
};

/// The row's number as exports write it: "3", or "2.1" for a list inside a list; empty where there is no list.
QString rowNumber(const FlatRow &row);

/// Results as a table. Members of objects become columns named with dots ("vendor.name").
struct FlatTable
{
    /// The list that the rows are elements of ("line_items"); empty for one row a document.
    QString name;
    QStringList columns;
    /// Whether all values of a column are numbers (or missing).
    std::vector<bool> numeric;
    std::vector<FlatRow> rows;
};

/// The values of documents as tables: first one row a document (or, where a result is itself a list, one row an
/// element), then one table for each list, in the schema's order, its rows in the documents' order. A list of plain
/// values has one column, "value". Columns that only some documents have are there for all.
std::vector<FlatTable> flatten(const std::vector<ReviewedDocument> &documents);

/// One list's rows with the values of their document before them: what a spreadsheet of one sheet shows. Documents
/// whose list is empty keep one row. Without such a list, the first table.
FlatTable exploded(const std::vector<FlatTable> &tables, const QString &list);

} // namespace xs::review
