// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace xs::document {

/// Whether a page of HTML is small enough for QTextDocument, whose time and memory grow with the area of its tables
/// and with the square of its nesting: a page of a few kilobytes can ask for a table of billions of cells. One pass
/// over the text, before anything is built of it.
bool isModestHtml(QStringView html);

} // namespace xs::document
