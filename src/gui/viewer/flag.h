// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/viewer/highlight.h"

#include <QFont>
#include <QRectF>

class QPainter;

namespace xs::gui::viewer {

/// The label beside the selected box: field name, word and number.
struct Flag
{
    enum class Side { Right, Left, Above, Below };

    QRectF rect;
    Side side = Side::Right;
};

QSizeF flagSize(const Highlight &highlight, const QFont &body);

/// The first free place of: right, left, above, below (then above and below moved to the box's right end), inside
/// `room` and over none of the `taken` boxes; none when every place is taken, because a value must stay readable.
std::optional<Flag> placeFlag(const QRectF &box, const QSizeF &size, const std::vector<QRectF> &taken,
                              const QRectF &room);

void paintFlag(QPainter *painter, const Flag &flag, const Highlight &highlight, const QFont &body);

} // namespace xs::gui::viewer
