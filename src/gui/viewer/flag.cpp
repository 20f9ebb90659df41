// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewer/flag.h"

#include "gui/common/confidencepainter.h"
#include "gui/common/theme.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <ranges>

namespace xs::gui::viewer {

namespace {

constexpr double flagHeight = 20;
constexpr double padding = 8;
constexpr double pointer = 5;
constexpr double wordGap = 7;
/// From the box's edge over its selection line to the flag's own edge.
constexpr double distance = 15;
/// A speck of dust or the end of a line hides nothing.
constexpr double littleInk = 0.003;

QFont strongFont(const QFont &body)
{
    auto font = common::fontFor(common::TextRole::Secondary, body);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont plainFont(const QFont &body)
{
    return common::fontFor(common::TextRole::Secondary, body);
}

QString levelText(const Highlight &highlight)
{
    const auto sentence = common::ConfidencePainter::sentence(highlight.level, highlight.score);
    return highlight.located ? QCoreApplication::translate("Flag", "%1 · located here").arg(sentence) : sentence;
}

QPolygonF pointerOf(const Flag &flag)
{
    const auto &r = flag.rect;
    const auto y = r.center().y();
    const auto tip = flag.endsWithBox ? r.right() - 8 - 2 * pointer : r.left() + 8;
    switch (flag.side) {
    case Flag::Side::Right:
        return {{r.left() + 1, y - pointer}, {r.left() - pointer, y}, {r.left() + 1, y + pointer}};
    case Flag::Side::Left:
        return {{r.right() - 1, y - pointer}, {r.right() + pointer, y}, {r.right() - 1, y + pointer}};
    case Flag::Side::Above:
        return {{tip, r.bottom() - 1}, {tip + pointer, r.bottom() + pointer}, {tip + 2 * pointer, r.bottom() - 1}};
    case Flag::Side::Below:
        break;
    }
    return {{tip, r.top() + 1}, {tip + pointer, r.top() - pointer}, {tip + 2 * pointer, r.top() + 1}};
}

} // namespace

QSizeF flagSize(const Highlight &highlight, const QFont &body)
{
    const auto level = QFontMetricsF(plainFont(body)).horizontalAdvance(levelText(highlight));
    if (highlight.label.isEmpty())
        return {2 * padding + level, flagHeight};
    return {2 * padding + QFontMetricsF(strongFont(body)).horizontalAdvance(highlight.label) + wordGap + level,
            flagHeight};
}

std::optional<Flag> placeFlag(const QRectF &box, const QSizeF &size, const std::vector<QRectF> &taken,
                              const QRectF &room, const InkAt &ink)
{
    const auto middle = std::round(box.center().y() - size.height() / 2);
    const auto above = std::round(box.top() - distance - size.height());
    const auto below = std::round(box.bottom() + distance);
    const Flag places[] = {
        {QRectF(QPointF(std::round(box.right() + distance), middle), size), Flag::Side::Right},
        {QRectF(QPointF(std::round(box.left() - distance - size.width()), middle), size), Flag::Side::Left},
        {QRectF(QPointF(std::round(box.left() - 5), above), size), Flag::Side::Above},
        {QRectF(QPointF(std::round(box.left() - 5), below), size), Flag::Side::Below},
        {QRectF(QPointF(std::round(box.right() - 24), above), size), Flag::Side::Above},
        {QRectF(QPointF(std::round(box.right() - 24), below), size), Flag::Side::Below},
        {QRectF(QPointF(std::round(box.right() + 5 - size.width()), above), size), Flag::Side::Above, true},
        {QRectF(QPointF(std::round(box.right() + 5 - size.width()), below), size), Flag::Side::Below, true},
    };
    const auto isFree = [&](const Flag &flag) {
        return room.contains(flag.rect) &&
               std::ranges::none_of(taken, [&](const QRectF &other) { return other.intersects(flag.rect); });
    };
    std::optional<Flag> best;
    auto leastCost = 0.0;
    for (const auto &place : places | std::views::filter(isFree)) {
        // What stands at the left is most often the label of the value.
        constexpr double labelWeight = 4;
        const auto cost = (ink ? ink(place.rect) : 0) * (place.side == Flag::Side::Left ? labelWeight : 1);
        if (!best || cost < leastCost) {
            leastCost = cost;
            best = place;
            best->ink = ink ? ink(place.rect) : 0;
        }
        if (cost <= littleInk)
            break;
    }
    return best;
}

bool hidesPrint(const Flag &flag)
{
    return flag.ink > littleInk;
}

void paintFlag(QPainter *painter, const Flag &flag, const Highlight &highlight, const QFont &body)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(common::paperAccent());
    painter->drawPolygon(pointerOf(flag));
    painter->drawRoundedRect(flag.rect, 3, 3);
    const auto text = flag.rect.adjusted(padding, 0, 0, 0);
    painter->setPen(Qt::white);
    painter->setFont(strongFont(body));
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft, highlight.label);
    const auto &name = highlight.label;
    const auto taken = name.isEmpty() ? 0.0 : QFontMetricsF(painter->font()).horizontalAdvance(name) + wordGap;
    painter->setFont(plainFont(body));
    painter->drawText(text.adjusted(taken, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, levelText(highlight));
    painter->restore();
}

} // namespace xs::gui::viewer
