// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

private:
    QString m_folder;
    std::map<QString, Json> m_byName;
    bool m_isFile = false;
};

/// Plain values as a result tree without evidence.
domain::ResultNode treeOf(const Json &values);

/// What a person has said about a document, as expected values: confirmed and corrected values, and null for those
/// that the document does not say. What nobody decided about is left out; when the whole document was confirmed,
/// everything is there. Null when nothing was decided.
Json expectedFrom(const review::ReviewedDocument &document);

/// Writes `NAME.expected.json` for every document of which something was decided; how many. Names that are the same
/// get a number. Error: FileNotWritten.
Expected<int> writeExpected(const QString &folder, const std::vector<review::ReviewedDocument> &documents);

} // namespace xs::evaluate
