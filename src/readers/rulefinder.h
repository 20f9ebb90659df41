// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/drawnrules.h"

#include <QImage>

namespace xs::readers {

/// The straight lines on a painting of a page; dotted ones and the edges of coloured areas are none. `page` is the
/// page's size in points.
document::DrawnRules findDrawnRules(const QImage &picture, const domain::PageSize &page);

} // namespace xs::readers
