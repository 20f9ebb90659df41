// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/text/text.h"

#include <functional>

namespace xs::engine {

/// Words that stand close together in one line of a region.
struct Piece
{
    Span tokens;
    QRectF box;
};

/// The pieces of a region at one height, from left to right.
struct PieceRow
{
    std::vector<Piece> pieces;
    QRectF box;
    /// The usual height of the words of its line.
    double wordHeight = 0;
};

/// Where a column lies, in points.
struct ColumnRange
{
    double left = 0;
    double right = 0;
};

/// A part of a page that is read by itself: running text from top to bottom, or a table.
struct Region
{
    enum class Kind { Flow, Table };

    Kind kind = Kind::Flow;
    std::vector<PieceRow> rows;
    /// Of a table, from left to right.
    std::vector<ColumnRange> columns;
};

/// The regions of a page in reading order: columns of text one after the other, tables as a whole. Geometry alone
/// decides: rows of cells that stand above each other with gutters between them are a table, unless the cells are
/// lines of running text. `isLeftOut` takes lines (indices into the text) away that are read elsewhere.
/// Lines whose words are at least `headingHeight` high are no part of tables.
std::vector<Region> regionsOf(const Text &text, const Page &page, double headingHeight,
                              const std::function<bool(int)> &isLeftOut);

/// "•", "3.", "b)", "1.2", "☐": what stands before an entry of a list.
bool isListMarker(QStringView word);

} // namespace xs::engine
