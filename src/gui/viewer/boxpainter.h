// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/confidence.h"

#include <QRectF>

class QPainter;

namespace xs::gui::viewer::boxes {

/// How far a selected box's marks reach beyond it, in pixels: line, halo and badge.
inline constexpr double reach = 13;
/// How far the badge of any other reaches.
inline constexpr double badgeReach = 11;

/// The box on the page: the words and 4 px at their sides (less around small print), 1 px above and below, on whole
/// pixels.
QRectF around(const QRectF &words);

/// The box in its level's line and fill. All sizes are pixels, whatever the zoom; on a page that is zoomed out so far
/// that boxes would cover its print, lines are thinner and signs are left out.
void paintBox(QPainter *painter, const QRectF &box, domain::ConfidenceLevel level);
/// The sign on a disc at the left edge, or at the upper left corner of a selected box.
void paintBadge(QPainter *painter, const QRectF &box, domain::ConfidenceLevel level, bool selected);
/// The accent line around a selected box and its halo, `glow` 0…1 stronger while it pulses.
void paintSelection(QPainter *painter, const QRectF &box, double glow);

} // namespace xs::gui::viewer::boxes
