// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace xs::document {

/// What a text is written in.
struct TextForm
{
    enum class Kind { Plain, Markdown, Html, Table };
    Kind kind = Kind::Plain;
    /// Of a table: , ; tab or |.
    QChar separator;
};
TextForm textForm(const QString &text);

/// Whether the first bytes of a file are of a text: no control characters but white space, or UTF-16 with its mark.
bool looksLikeText(const QByteArray &start);

/// Whether a file begins as a TIFF does, which may have many pages.
bool looksLikeTiff(const QByteArray &start);

/// What LibreOffice can turn into pages, by the file's content: the suffix that it wants ("docx", "xlsx", "ods", "doc",
/// "rtf", …). Empty for all other files.
QString officeSuffix(const QString &path);

} // namespace xs::document
