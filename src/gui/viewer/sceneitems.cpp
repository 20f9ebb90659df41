// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewer/sceneitems.h"

#include "gui/viewer/boxpainter.h"

#include <QPainter>

namespace xs::gui::viewer {

namespace {

constexpr double textLayer = 0.5;
constexpr double boxLayer = 1;
constexpr double chosenLayer = 2;
constexpr double flagLayer = 3;
/// Paper that waits for its picture: not quite white, so that a blank page is not taken for an empty one.
constexpr QRgb waitingPaper = 0xFFF6F7F8;
constexpr QRgb markedPaper = 0xFFB5D4F2;

} // namespace

void PageItem::setRect(const QRectF &rect)
{
    if (rect == m_rect)
        return;
    prepareGeometryChange();
    m_rect = rect;
}

void PageItem::setPicture(const QPixmap &picture)
{
    m_picture = picture;
    update();
}

void PageItem::setDetail(const QPixmap &detail, const domain::PageRect &area, int width)
{
    m_detail = detail;
    m_detailArea = area;
    m_detailWidth = width;
    update();
}

bool PageItem::hasDetail(const domain::PageRect &part, int width) const
{
    return !m_detail.isNull() && m_detailWidth == width && m_detailArea.contains(part);
}

void PageItem::clearDetail()
{
    if (!m_detail.isNull())
        setDetail({}, {}, 0);
}

void PageItem::clearPictures()
{
    m_picture = {};
    m_detail = {};
    update();
}

void PageItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setPen(Qt::NoPen);
    for (int ring = 1; ring <= 3; ++ring)
        painter->fillRect(m_rect.adjusted(-ring, -ring + 1, ring, ring + 1), QColor(0, 0, 0, 8));
    painter->fillRect(m_rect, m_picture.isNull() ? QColor::fromRgb(waitingPaper) : QColor(Qt::white));
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    if (!m_picture.isNull())
        painter->drawPixmap(m_rect, m_picture, m_picture.rect());
    if (!m_detail.isNull()) {
        const QRectF part(m_rect.x() + m_detailArea.x() * m_rect.width(),
                          m_rect.y() + m_detailArea.y() * m_rect.height(), m_detailArea.width() * m_rect.width(),
                          m_detailArea.height() * m_rect.height());
        painter->drawPixmap(part, m_detail, m_detail.rect());
    }
}

BoxItem::BoxItem(size_t highlight, int part, domain::ConfidenceLevel level)
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
    const auto reach = m_chosen ? boxes::reach : 7;
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

MarkedText::MarkedText()
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
    painter->setCompositionMode(QPainter::CompositionMode_Multiply);
    for (const auto &box : m_boxes)
        painter->fillRect(box.adjusted(-1, -1, 1, 1), QColor::fromRgb(markedPaper));
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
