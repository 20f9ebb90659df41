// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/htmlexport.h"

namespace xs::review {

enum class ExportFormat { Json, JsonLines, Csv, Xlsx, Sqlite, Html };

inline constexpr std::array exportFormats{ExportFormat::Json, ExportFormat::JsonLines, ExportFormat::Csv,
                                          ExportFormat::Xlsx, ExportFormat::Sqlite,    ExportFormat::Html};

/// "csv", "xlsx", …: without the dot; also the format's name in settings and on the command line.
QString exportSuffix(ExportFormat format);
std::optional<ExportFormat> exportFormatFromSuffix(QStringView suffix);

struct ExportChoice
{
    ExportFormat format = ExportFormat::Xlsx;
    /// Of CSV: the list whose elements are the rows; empty for one row a document.
    QString list;
    /// Of CSV.
    bool withProvenance = false;

    bool operator==(const ExportChoice &) const = default;
};

/// The files that exportTo() would write and that are there already, where `path` is a folder; none for a single file,
/// which whoever chose its name has agreed to replace.
QStringList replacedFiles(const QString &path, const ExportChoice &choice,
                          const std::vector<ReviewedDocument> &documents);

/// Writes reviewed documents. `path` is the file, or, for the JSON of several documents, the folder: one file for each,
/// named after its document and never the same twice. Every file is written whole or not at all. Errors:
/// FileNotWritten, InvalidArgument (a table is too long for the format).
Expected<void> exportTo(const QString &path, const ExportChoice &choice, const std::vector<ReviewedDocument> &documents,
                        const PagePictures &pictures);

/// The lists that a CSV may have rows of, as they are named in flatten().
QStringList exportableLists(const std::vector<ReviewedDocument> &documents);

} // namespace xs::review
