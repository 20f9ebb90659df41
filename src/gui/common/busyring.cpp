// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/busyring.h"

#include "gui/common/theme.h"

#include <QPainter>
#include <QStyle>
#include <QTimerEvent>

#include <cmath>

namespace xs::gui::common {

namespace {

constexpr int stepMilliseconds = 40;
constexpr double turnsPerStep = 0.04;

} // namespace

bool motionAllowed(const QWidget *widget)
{
    return widget->style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, widget) > 0;
}

void paintRing(QPainter *painter, const QRectF &rect, const QColor &color, double turn)
{
    const auto side = std::min(rect.width(), rect.height());
    const auto scale = side / 16;
    QRectF circle(0, 0, 11.2 * scale, 11.2 * scale);
    circle.moveCenter(rect.center());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 1.5 * scale, Qt::SolidLine, Qt::RoundCap));
    painter->setBrush(Qt::NoBrush);
    painter->drawArc(circle, qRound(16 * 360 * -turn) + 90 * 16, 270 * 16);
    painter->restore();
}

BusyRing::BusyRing(int side, QWidget *parent) : QWidget(parent), m_side(side)
{
    setFixedSize(side, side);
    setAccessibleName(tr("Waiting"));
}

void BusyRing::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintRing(&painter, rect(), Theme::of(palette()).accent, m_turn);
}

void BusyRing::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return QWidget::timerEvent(event);
    m_turn = std::fmod(m_turn + turnsPerStep, 1);
    update();
}

void BusyRing::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (motionAllowed(this))
        m_timer.start(stepMilliseconds, this);
}

void BusyRing::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_timer.stop();
}

} // namespace xs::gui::common
