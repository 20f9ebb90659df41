// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/confidence.h"

#include <QIcon>
#include <QRectF>
#include <QStringView>

class QPainter;

namespace xs::gui::common {

/// Which colour of the theme an icon takes. Disabled icons are always text3; checked ones are
/// accent instead of Text.
enum class IconColor { Text, Text2, Accent, OnFill, Certain, Check, Low, Unknown };

/// A mark of `resources/icons` (its file name without ending). It is drawn from one SVG in the colours of the
/// application's palette at the moment of painting, so light, dark and disabled need no second file.
QIcon icon(QStringView name, IconColor color = IconColor::Text);

/// Paints a mark centred in `rect`, as large as its shorter side, in one colour.
void paintIcon(QPainter *painter, const QRectF &rect, QStringView name, const QColor &color);

/// The name of a level's mark: check, half, low, unknown.
QStringView levelIcon(domain::ConfidenceLevel level);
IconColor levelIconColor(domain::ConfidenceLevel level);

} // namespace xs::gui::common
