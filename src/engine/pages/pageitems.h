// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/readpage.h"

#include <QStringList>

#include <optional>

namespace xs::engine {

/// One entry of a list.
struct ListEntry
{
    /// "•" or "3.".
    QString marker;
    QString text;
};

/// A word of an item, with its box in points from the page's top left.
struct ItemWord
{
    QString text;
    QRectF box;
};
/// The words of one line, from left to right.
using ItemLine = std::vector<ItemWord>;

/// A piece of a page's content as a reader sees it.
struct PageItem
{
    enum class Kind { Text, Heading, List, Table, Header, Footer };

    Kind kind = Kind::Text;
    /// In points from the page's top left.
    QRectF box;
    /// Of text, headings, headers and footers; lines that end early keep their breaks.
    QString text;
    /// The lines as they stand on the page.
    QStringList lines;
    /// The words of these lines.
    std::vector<ItemLine> wordLines;
    /// Of a heading, from 1.
    int level = 0;
    /// Of a heading: the height of its words.
    double wordHeight = 0;
    std::vector<ListEntry> entries;
    /// Whether the entries are numbered.
    bool ordered = false;
    /// Of a table, the head first; every row has as many cells as the others.
    std::vector<QStringList> rows;
    /// The words of these cells in their lines, row by row; none in an empty cell.
    std::vector<std::vector<std::vector<ItemLine>>> cellLines;
    /// How surely its words were recognised; none for a text layer.
    std::optional<double> confidence;
};

/// What a page holds, in reading order.
struct ParsedPage
{
    /// From 1.
    int number = 0;
    QSizeF size;
    /// Degrees clockwise by which the stored page was turned to be read.
    int turn = 0;
    std::vector<PageItem> items;
    /// The number that is printed on it, such as "3" of "Page 3 of 10".
    QString printedNumber;
    /// The mean over its words; none for a text layer.
    std::optional<double> confidence;
};

/// Reads the structure of pages from the places of their words: headings by their size, lists by their markers,
/// tables by their gutters, heads and feet of pages by their repetition. Pure; the same pages always give the same.
std::vector<ParsedPage> parsePages(const std::vector<document::ReadPage> &pages);

} // namespace xs::engine
