// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace xs::document {

/// Names of documents, as patterns: PDF, pictures and office files. Hidden files and unfinished downloads match none of
/// them.
const QStringList &documentPatterns();
/// Those of texts, tables and web pages. They are taken one by one only: folders hold them for many reasons, notes and
/// results among them.
const QStringList &textPatterns();

/// Absolute paths of the files among `paths`, and of the documents in the folders among them and below; those of one
/// folder sorted. A file is taken by whatever name it has.
QStringList documentsIn(const QStringList &paths);

} // namespace xs::document
