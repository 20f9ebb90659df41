// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/viewer/highlight.h"

#include <QFont>
#include <QRectF>

#include <functional>
#include <optional>

class QPainter;

namespace xs::gui::viewer {

/// The label beside the selected box: field name, word and number.
struct Flag
{
    enum class Side { Right, Left, Above, Below };

    QRectF rect;
    Side side = Side::Right;
    /// Above and below: whether it ends where the box ends, so that its pointer is at its end.
    bool endsWithBox = false;
    /// How much of its place is printed on, 0…1.
    double ink = 0;
};

/// A highlight without a label has a small flag: its level alone.
QSizeF flagSize(const Highlight &highlight, const QFont &body);

/// How much of a place is printed on, 0…1.
using InkAt = std::function<double(const QRectF &place)>;

/// The first free place of: right, left, above, below (then above and below moved to the box's right end, and so far
/// to the left that they end with the box), inside `room` and over none of the `taken` boxes; none when every place is
/// taken, because a value must stay readable. Where `ink` is known, an empty place comes before one that hides what the
/// page says, and any other before one at the left, where the label stands.
std::optional<Flag> placeFlag(const QRectF &box, const QSizeF &size, const std::vector<QRectF> &taken,
                              const QRectF &room, const InkAt &ink = {});

/// Whether something of the page cannot be read below it.
bool hidesPrint(const Flag &flag);

void paintFlag(QPainter *painter, const Flag &flag, const Highlight &highlight, const QFont &body);

} // namespace xs::gui::viewer
