// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/fields/workspace.h"

#include <QRectF>

#include <map>
#include <vector>

namespace xs::engine {

/// Words of a line that may head one column.
struct HeadCell
{
    Span tokens;
    QRectF box;
    int line;
    /// In small letters without blanks and marks.
    QString said;
};

/// The segments of a line, cut where two labels of different fields stand side by side and the lines below have cells
/// of their own for both. `hits` are the labels by segment.
std::vector<HeadCell> headCellsOf(const std::vector<FieldSpec> &fields, const LabelIndex &labels, const Line &line,
                                  const std::map<int, std::vector<LabelHit>> &hits);

/// A word of a head as it may be short for a longer one.
struct Abbreviation
{
    /// Folded; none for what is no word.
    QString letters;
    bool hasStroke = false;
};

Abbreviation abbreviationOf(const QString &word);

/// Whether a word is short for one that names the field: "Coef.", "Ldm" (laadmeters), "B/O" (backordered),
/// "tarief" (uurtarief).
bool isShortFor(const Abbreviation &word, const FieldSpec &field);

} // namespace xs::engine
