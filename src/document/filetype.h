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

/// Whether a text begins with the head of an e-mail (RFC 5322), as files of mail programs do. What is attached to one
/// is no text.
bool looksLikeMail(const QByteArray &start);

/// Whether a file begins as a TIFF does, which may have many pages.
bool looksLikeTiff(const QByteArray &start);

/// The name of a picture's format as Qt knows it, by the first bytes of the file, of which it takes so many; empty for
/// all but the most usual ones. Where Qt is not told, it loads all its plugins for pictures to ask each of them.
QByteArray pictureFormat(const QByteArray &start);
inline constexpr qint64 pictureMark = 8;

/// What LibreOffice can turn into pages, by the file's content: the suffix that it wants ("docx", "xlsx", "ods", "doc",
/// "rtf", …). Empty for all other files.
QString officeSuffix(const QString &path);

} // namespace xs::document
