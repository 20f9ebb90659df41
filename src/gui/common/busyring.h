// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QWidget>

namespace xs::gui::common {

/// Whether the system allows motion (the style's animation duration is not 0).
bool motionAllowed(const QWidget *widget);

/// The open ring, `turn` 0…1 of a full turn; for delegates.
void paintRing(QPainter *painter, const QRectF &rect, const QColor &color, double turn);

/// The open ring that says "waiting". It turns only while it is visible and only if the system allows motion.
class BusyRing : public QWidget
{
    Q_OBJECT

public:
    explicit BusyRing(int side, QWidget *parent = nullptr);
    QSize sizeHint() const override { return {m_side, m_side}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    int m_side;
    double m_turn = 0;
    QBasicTimer m_timer;
};

} // namespace xs::gui::common
