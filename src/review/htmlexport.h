// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/flatten.h"

#include <functional>

namespace xs::review {

/// A page of a document as a picture for the evidence page.
struct PagePicture
{
    /// PNG or JPEG.
    QByteArray bytes;
    QString mimeType;
    /// In points, as the page is shown.
    domain::PageSize size;
};
/// The picture of a page (from 1); no bytes where it cannot be had.
using PagePictures = std::function<PagePicture(const ReviewedDocument &document, int page)>;

/// One HTML file that needs nothing else and runs no script: every value with its confidence and state, and the pages
/// with a box at each place that proves one; a value leads to its box. Only pages with boxes are shown. The
/// words are in the program's language.
QByteArray evidencePage(const std::vector<ReviewedDocument> &documents, const PagePictures &pictures);

} // namespace xs::review
