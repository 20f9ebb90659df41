// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewer/boxpainter.h"

#include "gui/common/icons.h"
#include "gui/common/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace xs::gui::viewer::boxes {

using common::paperAccent;
using common::paperColors;
using domain::ConfidenceLevel;

namespace {

constexpr double boxRadius = 2;
constexpr double selectionOffset = 5;
constexpr double selectionRadius = 5;
constexpr double widestHalo = 4;
/// Boxes from this height on are drawn at full strength, in pixels; lower ones stand around print that is too small for
/// it, on a page that is zoomed out, and would cover it and each other.
constexpr double fullHeight = 8.5;
constexpr double weakest = 0.4;
/// Below that a sign covers the word before the box and can hardly be told from another; the line shows the level as
/// well. What waits for nobody gives way first.
constexpr double lowestWithBadge = 8;
constexpr double lowestWithCertainBadge = 10.5;

double strength(double height)
{
    return std::clamp(height / fullHeight, weakest, 1.0);
}

/// How far the box reaches beyond the words at their sides.
double sideOf(double wordHeight)
{
    return std::round(4 * strength(wordHeight + 2));
}

QPen boxPen(ConfidenceLevel level, double height)
{
    // Dash lengths count in pen widths: 5 on 3 off at 1.5 px; dots at a pitch of 4.6 at 2.5 px.
    QPen pen(paperColors(level).line, height < fullHeight ? 0.7 : 1);
    if (level == ConfidenceLevel::Check) {
        pen.setWidthF(1.5 * strength(height));
        pen.setDashPattern({3.3, 2});
    } else if (level == ConfidenceLevel::Low) {
        pen.setWidthF(2.5 * strength(height));
        pen.setDashPattern({0.01, 1.84});
        pen.setCapStyle(Qt::RoundCap);
    }
    return pen;
}

void paintHatch(QPainter *painter, const QRectF &box, const QColor &color)
{
    constexpr double pitch = 5;
    QPainterPath outline;
    outline.addRoundedRect(box, boxRadius, boxRadius);
    painter->save();
    painter->setClipPath(outline, Qt::IntersectClip);
    painter->setPen(QPen(color, 1.2));
    const auto step = pitch * std::sqrt(2.0);
    for (auto x = box.left() - box.height(); x < box.right(); x += step)
        painter->drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()));
    painter->restore();
}

} // namespace

QRectF around(const QRectF &words)
{
    const auto side = sideOf(words.height());
    const auto left = std::round(words.left()) - side;
    const auto top = std::round(words.top()) - 1;
    const auto right = std::round(words.right()) + side;
    // Lines of one size have boxes of one height, wherever they fall between the pixels.
    const auto bottom = top + std::round(words.height()) + 2;
    return {left + 0.5, top + 0.5, std::max(1.0, right - left - 1), std::max(1.0, bottom - top - 1)};
}

void paintBox(QPainter *painter, const QRectF &box, ConfidenceLevel level)
{
    const auto colors = paperColors(level);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (level == ConfidenceLevel::Unknown)
        paintHatch(painter, box, colors.fill);
    painter->setPen(boxPen(level, box.height()));
    painter->setBrush(level == ConfidenceLevel::Unknown ? QBrush(Qt::NoBrush) : QBrush(colors.fill));
    painter->drawRoundedRect(box, boxRadius, boxRadius);
    painter->restore();
}

void paintBadge(QPainter *painter, const QRectF &box, ConfidenceLevel level, bool selected)
{
    const bool certain = level == ConfidenceLevel::Certain;
    if (box.height() < (certain ? lowestWithCertainBadge : lowestWithBadge) && !selected)
        return;
    // On a page that is zoomed out the disc shrinks with the box, as long as its sign can be read.
    const auto largest = certain ? 9.0 : 12.0;
    const auto side = std::clamp(box.height() * 0.95, 8.0, largest);
    QRectF disc(0, 0, side, side);
    // It ends before the words begin: half a digit is another digit.
    constexpr double gap = 1.5;
    const auto words = box.left() - 0.5 + sideOf(box.height() - 2);
    disc.moveCenter(selected ? box.topLeft() : QPointF(words - gap - side / 2, box.center().y()));
    const auto color = paperColors(level).line;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(certain ? QPen(color, 1) : QPen(Qt::NoPen));
    painter->setBrush(certain ? QColor(Qt::white) : color);
    painter->drawEllipse(disc);
    painter->restore();
    common::paintIcon(painter, disc, common::levelIcon(level), certain ? color : QColor(Qt::white));
}

void paintSelection(QPainter *painter, const QRectF &box, double glow)
{
    const auto offset = selectionOffset * strength(box.height());
    const auto haloWidth = widestHalo * strength(box.height());
    const auto line = box.adjusted(-offset, -offset, offset, offset);
    auto halo = paperAccent();
    halo.setAlphaF(static_cast<float>(0.16 + 0.34 * glow));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    const auto out = 1 + haloWidth / 2;
    painter->setPen(QPen(halo, haloWidth));
    painter->drawRoundedRect(line.adjusted(-out, -out, out, out), selectionRadius + out, selectionRadius + out);
    painter->setPen(QPen(paperAccent(), 2));
    painter->drawRoundedRect(line, selectionRadius, selectionRadius);
    painter->restore();
}

} // namespace xs::gui::viewer::boxes
