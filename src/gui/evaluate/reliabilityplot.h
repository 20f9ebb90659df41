// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "evaluate/threshold.h"

#include <QWidget>

namespace xs::gui::evaluate {

/// How often values of a confidence were right: one mark a bin, larger for more values, with its 95 % interval, beside
/// the dashed line on which confidence and accuracy are the same. What lies left of the threshold is reviewed; a click
/// or drag moves it.
class ReliabilityPlot final : public QWidget
{
    Q_OBJECT

public:
    explicit ReliabilityPlot(QWidget *parent = nullptr);
    void setReliability(const xs::evaluate::Reliability &reliability);
    void setThreshold(double threshold);
    QSize sizeHint() const override { return {320, 240}; }
    QSize minimumSizeHint() const override { return {200, 150}; }

signals:
    void thresholdWanted(double threshold);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRectF plotArea() const;
    QPointF placeOf(double score, double share) const;
    void paintAxes(QPainter &painter, const QRectF &area) const;
    void paintThreshold(QPainter &painter, const QRectF &area) const;
    void paintBins(QPainter &painter) const;
    void describe();

    xs::evaluate::Reliability m_reliability;
    double m_threshold = 0.85;
    /// The left end of the axis: 0, or higher where all values are.
    double m_from = 0;
};

} // namespace xs::gui::evaluate
