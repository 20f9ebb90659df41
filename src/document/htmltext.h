// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace xs::document {

class TextGrid;

/// Sets the text of an HTML page on the grid: paragraphs, lists, and tables in columns. A table that holds other tables
/// is taken for a layout, and its cells follow one another. Nothing that the page refers to is loaded.
void addHtml(TextGrid &grid, const QString &html);

} // namespace xs::document
