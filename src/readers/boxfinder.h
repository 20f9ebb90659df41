// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/drawnboxes.h"

namespace xs::readers {

/// The boxes on a picture of a page, from top to bottom. Frames of tables and combs of cells for single letters are
/// none. `page` is the page's size in points.
std::vector<document::DrawnBox> findDrawnBoxes(const QImage &picture, const domain::PageSize &page,
                                               document::PictureOrigin origin);

} // namespace xs::readers
