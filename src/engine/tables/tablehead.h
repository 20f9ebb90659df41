// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/candidates/candidates.h"

#include <optional>

namespace xs::engine {

class HeadLines;

/// A column of a table: the words of its head, with those of heads that span it, and where its cells lie.
struct Column
{
    QRectF head;
    Bag bag;
    double left = 0;
    double right = 0;
    /// Index into the fields of the row; −1 when no field asks for it.
    int field = -1;
    double similarity = 0;
    /// Fields whose values stand in the same cells, with `field` (cellparts.h); empty in most columns.
    std::vector<int> together = {};
    /// The head word by word, in small letters without blanks and marks; empty where it has several lines.
    QString said = {};
};

/// The head of a table, its columns from left to right.
struct TableHead
{
    int page = 0;
    Span lines;
    std::vector<Column> columns;
    /// Where the head's last line names the cells of the rows' second lines: its columns. Empty in most tables.
    std::vector<Column> lower;
    double score = 0;
    /// Whether left and right of the columns are known.
    bool isPlaced = false;
    /// The heads of the table's other parts, which stand beside it and go on with its rows.
    std::vector<TableHead> beside = {};

    int matchedColumns() const;
};

/// The best heads for the fields of `known`, the strongest first; they do not overlap. A head is one to seven lines
/// whose cells name at least two fields (or all, when there are fewer).
std::vector<TableHead> findHeads(HeadLines &known, const SearchArea &area);

/// The first of the lines that begins a head of `size` lines which fits the fields better than `score`.
std::optional<int> findHead(HeadLines &known, const Span &lines, int size, double score);

} // namespace xs::engine
