// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QSizeF>

namespace xs::domain {

/// A page's size as it is shown (after /Rotate), in PDF points of 1/72 inch.
using PageSize = QSizeF;

/// A rectangle on a page in fractions 0…1 of its width and height; origin top left of the page as it is
/// shown, x to the right, y down. Views scale it only when they paint.
using PageRect = QRectF;

} // namespace xs::domain
