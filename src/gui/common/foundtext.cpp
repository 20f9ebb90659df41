// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/foundtext.h"

#include <QPainter>

namespace xs::gui::common {

void paintFoundText(QPainter *painter, const QRect &place, const QString &text, Qt::Alignment alignment,
                    const QString &found, const Theme &theme)
{
    const auto metrics = painter->fontMetrics();
    // A text of many pages need not be measured whole.
    constexpr qsizetype mostShown = 2000;
    const auto shown = metrics.elidedText(text.left(mostShown), Qt::ElideRight, place.width());
    if (!found.isEmpty()) {
        const auto left =
            alignment.testFlag(Qt::AlignRight) ? place.right() + 1 - metrics.horizontalAdvance(shown) : place.left();
        auto mark = theme.accent;
        mark.setAlpha(theme.dark ? 120 : 70);
        for (auto at = shown.indexOf(found, 0, Qt::CaseInsensitive); at >= 0;
             at = shown.indexOf(found, at + found.size(), Qt::CaseInsensitive)) {
            const auto begin = metrics.horizontalAdvance(shown.left(at));
            const auto end = metrics.horizontalAdvance(shown.left(at + found.size()));
            painter->fillRect(
                QRect(left + begin, place.center().y() - metrics.height() / 2, end - begin, metrics.height() + 1),
                mark);
        }
    }
    painter->drawText(place, int(alignment | Qt::AlignVCenter), shown);
}

} // namespace xs::gui::common
