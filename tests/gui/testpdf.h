// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

namespace xs::tests {

/// A page of a PDF as the file has it: boxes in points from the lower left corner, unturned.
struct TestPage
{
    QRectF mediaBox{0, 0, 612, 792};
    std::optional<QRectF> cropBox;
    int rotate = 0;
    /// Operators; F1 is Helvetica.
    QByteArray content;
};

/// A PDF file of these objects; the first one is the catalogue.
QByteArray pdfOf(const QByteArrayList &objects);
/// A PDF file with these pages, written by hand, so that a test knows where everything stands.
QByteArray makePdf(const std::vector<TestPage> &pages);

/// Operators that write a text at a place (baseline) in a colour ("0 0 0").
QByteArray textAt(const QByteArray &text, double x, double y, double size, const QByteArray &color = "0 0 0");
/// Operators that fill a rectangle.
QByteArray barAt(const QRectF &bar, const QByteArray &color);

/// So many pages, each with its number ("Page 17") at the top and a few lines of text.
QByteArray makeLongPdf(int pages);

/// Three pages. The one in the middle fills a rectangle with a spot colour, whose function divides the smallest number
/// by -1: Poppler 22.12 is ended by SIGFPE for that. Others may paint it.
QByteArray pdfThatDividesBadly();

/// Writes it; the path.
QString writeFile(const QString &path, const QByteArray &content);

} // namespace xs::tests
