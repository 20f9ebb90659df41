// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewer/sceneitems.h"

#include "gui/common/theme.h"
#include "gui/viewer/boxpainter.h"
#include "gui/viewer/pagetiles.h"

#include <QApplication>
#include <QPainter>

namespace xs::gui::viewer {

namespace {

constexpr double textLayer = 0.5;
constexpr double boxLayer = 1;
constexpr double chosenLayer = 2;
constexpr double flagLayer = 3;
/// Paper that waits for its picture: not quite white, so that a blank page is not taken for an empty one.
constexpr QRgb waitingPaper = 0xFFF6F7F8;
/// What the program writes on paper.
constexpr QRgb paperSentence = 0xFF4A5563;
constexpr QRgb markedPaper = 0xFFB5D4F2;
/// What was found is grey, because the four hues are the machine's confidence and the accent is the person's choice.
constexpr QRgb foundPaper = 0xFFD5DAE0;

} // namespace

void PageItem::place(const QRectF &rect, int turn, int width)
{
    if (rect == m_rect && turn == m_turn && width == m_width)
        return;
    prepareGeometryChange();
    m_rect = rect;
    m_turn = turn;
    m_width = width;
    update();
}

void PageItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setPen(Qt::NoPen);
    for (int ring = 1; ring <= 3; ++ring)
        painter->fillRect(m_rect.adjusted(-ring, -ring + 1, ring, ring + 1), QColor(0, 0, 0, 8));
    painter->fillRect(m_rect, QColor::fromRgb(waitingPaper));
    if (m_tiles.isBroken(m_page)) {
        painter->setPen(QColor::fromRgb(paperSentence));
        painter->setFont(QApplication::font());
        painter->drawText(
            m_rect.adjusted(12, 12, -12, -12), Qt::AlignCenter | Qt::TextWordWrap,
            PageTiles::tr("This page is damaged and cannot be shown. Ask for a new copy of the document."));
    }
    painter->save();
    painter->setClipRect(m_rect);
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    // The pictures stand as the document has them; the view turns them.
    const auto size = m_turn % 180 == 0 ? m_rect.size() : m_rect.size().transposed();
    painter->translate(m_rect.center());
    painter->rotate(m_turn);
    painter->translate(-size.width() / 2, -size.height() / 2);
    m_tiles.paint(painter, m_page, m_width, size);
    painter->restore();
}

BoxItem::BoxItem(size_t highlight, size_t part, domain::ConfidenceLevel level)
    : m_highlight(highlight), m_part(part), m_level(level)
{
    setZValue(boxLayer);
}

void BoxItem::setBox(const QRectF &box)
{
    prepareGeometryChange();
    m_box = box;
}

void BoxItem::setChosen(bool chosen)
{
    prepareGeometryChange();
    m_chosen = chosen;
    m_glow = 0;
    setZValue(chosen ? chosenLayer : boxLayer);
    update();
}

void BoxItem::setGlow(double glow)
{
    m_glow = glow;
    update();
}

QRectF BoxItem::boundingRect() const
{
    const auto reach = m_chosen ? boxes::reach : boxes::badgeReach;
    return m_box.adjusted(-reach, -reach, reach, reach);
}

void BoxItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    if (m_chosen)
        boxes::paintSelection(painter, m_box, m_glow);
    boxes::paintBox(painter, m_box, m_level);
    if (m_part == 0)
        boxes::paintBadge(painter, m_box, m_level, m_chosen);
}

MarkedText::MarkedText(Look look) : m_look(look)
{
    setZValue(textLayer);
}

void MarkedText::setBoxes(std::vector<QRectF> boxes)
{
    prepareGeometryChange();
    m_boxes = std::move(boxes);
    update();
}

QRectF MarkedText::boundingRect() const
{
    QRectF all;
    for (const auto &box : m_boxes)
        all = all.united(box);
    return all.adjusted(-2, -2, 2, 2);
}

/// The page is white in both themes, and so has one colour for what is marked; the letters stay readable below it.
void MarkedText::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    // The view hands one painter from item to item.
    painter->save();
    painter->setCompositionMode(QPainter::CompositionMode_Multiply);
    const auto paper = QColor::fromRgb(m_look == Look::Found ? foundPaper : markedPaper);
    for (const auto &box : m_boxes)
        painter->fillRect(box.adjusted(-1, -1, 1, 1), paper);
    painter->restore();
    if (m_look != Look::FoundHere)
        return;
    painter->setPen(QPen(common::paperAccent(), 1.5));
    painter->setBrush(Qt::NoBrush);
    for (const auto &box : m_boxes)
        painter->drawRect(box.adjusted(-1.5, -1.5, 1.5, 1.5));
}

FlagItem::FlagItem(const QFont &body) : m_body(body)
{
    setZValue(flagLayer);
    setVisible(false);
}

void FlagItem::show(const Highlight &highlight, const Flag &flag)
{
    prepareGeometryChange();
    m_highlight = highlight;
    m_flag = flag;
    setVisible(true);
}

void FlagItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    paintFlag(painter, m_flag, m_highlight, m_body);
}

} // namespace xs::gui::viewer
