// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/cropview.h"

#include "gui/common/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace xs::gui::common {

CropView::CropView(QWidget *parent) : QWidget(parent)
{
    setFixedSize(212, 76);
}

void CropView::setImage(const QImage &image)
{
    m_image = image;
    update();
}

void CropView::paintEvent(QPaintEvent *)
{
    const auto theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath outline;
    outline.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setClipPath(outline);
    painter.fillPath(outline, Qt::white);
    if (!m_image.isNull())
        painter.drawImage(rect(), m_image);
    if (!m_image.isNull() && !m_mark.isEmpty()) {
        painter.setPen(QPen(paperAccent(), 2));
        painter.drawRoundedRect(
            QRectF(m_mark.x() * width(), m_mark.y() * height(), m_mark.width() * width(), m_mark.height() * height())
                .adjusted(-4, -3, 4, 3),
            3, 3);
    }
    painter.setClipping(false);
    painter.setPen(theme.dark ? theme.control : theme.line);
    painter.drawPath(outline);
}

} // namespace xs::gui::common
