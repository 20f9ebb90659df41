// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "evaluate/compare.h"
#include "review/flatten.h"

#include <QStringList>

namespace xs::evaluate {

/// Where the expected values of documents are.
///
/// A folder has one file a document: for `invoice.pdf` the first of `invoice.expected.json`, `invoice.pdf.json` and
/// `invoice.json` that is there. A file has those of many documents: JSON Lines with `{"document": "invoice.pdf",
/// "extract_result": {…}}` as the export writes them, or one object whose members are the documents' names.
///
/// The values of one document are its plain result (an object, or a list for per_page and per_table_row), or a job
/// object, whose `extract_result` is taken.
class ExpectedValues
{
public:
    /// A folder, or a file, as above. Errors: FileMissing, FileUnreadable, FileTooLarge, InvalidJson (with the line in
    /// its detail).
    static Expected<ExpectedValues> open(const QString &path);
    /// Looks beside each document.
    static ExpectedValues besideDocuments() { return {}; }

    /// Of one document, by its whole path or, for ExpectedValues of a folder or file, its name; null where there are
    /// none. Errors: FileUnreadable, FileTooLarge, InvalidJson.
    Expected<Json> of(const QString &document) const;
    /// Writes other values for one document in the place where of() finds them; the other documents of a file stay as
    /// they are. Errors: those of of(), FileMissing where it finds none, FileNotWritten.
    Expected<void> replace(const QString &document, const Json &values);

private:
    QString nameOf(const QString &document) const;
    QString fileOf(const QString &document) const;

    QString m_folder;
    QString m_file;
    std::map<QString, Json> m_byName;
};

/// Expected values that say at one cell what the run says: where both have the place its value; a row that the run
/// lacks goes, a row that is new to the expected values comes in whole, at the same position. `run` is the result that
/// the cell was compared in. Nothing where a new row lies in a list inside another list, whose rows may be paired
/// otherwise.
std::optional<Json> agreeing(Json expected, const ComparedCell &cell, const domain::ResultNode &run);

/// What a person has said about a document, as expected values: confirmed and corrected values, and null for those
/// that the document does not say. What nobody decided about is left out; when the whole document was confirmed,
/// everything is there. Null when nothing was decided.
Json expectedFrom(const review::ReviewedDocument &document);

/// Writes `NAME.expected.json` for every document of which something was decided; how many. Names that are the same
/// get a number. Error: FileNotWritten.
Expected<int> writeExpected(const QString &folder, const std::vector<review::ReviewedDocument> &documents);

/// The names of the files in the folder that writeExpected would replace.
QStringList replacedExpected(const QString &folder, const std::vector<review::ReviewedDocument> &documents);

} // namespace xs::evaluate
