// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/panebar.h"

#include "gui/common/theme.h"

#include <QHBoxLayout>
#include <QPainter>

namespace xs::gui::common {

PaneBar::PaneBar(Edge line, int height, QWidget *parent) : QWidget(parent), m_line(line), m_row(new QHBoxLayout(this))
{
    setFixedHeight(height);
    m_row->setContentsMargins(12, line == Edge::Top ? 1 : 0, 12, line == Edge::Bottom ? 1 : 0);
    m_row->setSpacing(8);
}

void PaneBar::paintEvent(QPaintEvent *)
{
    const auto theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.panel);
    painter.fillRect(QRect(0, m_line == Edge::Top ? 0 : height() - 1, width(), 1), theme.line);
}

} // namespace xs::gui::common
