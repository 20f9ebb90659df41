// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/theme.h"

class QPainter;

namespace xs::gui::common {

/// Writes one line with the painter's font and pen, elided at its right; wherever `found` stands in it (without regard
/// to case) the accent lies behind it. An empty `found` marks nothing.
void paintFoundText(QPainter *painter, const QRect &place, const QString &text, Qt::Alignment alignment,
                    const QString &found, const Theme &theme);

} // namespace xs::gui::common
