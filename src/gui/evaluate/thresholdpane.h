// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "evaluate/compare.h"

#include <QWidget>

class QDoubleSpinBox;
class QLabel;
class QSlider;

namespace xs::gui::common {
class PaneHeader;
class RoleLabel;
} // namespace xs::gui::common

namespace xs::gui::evaluate {

class ReliabilityPlot;
class ReliabilityTable;

/// What a threshold of confidence would do: one sentence, the slider, the plot and the table behind it.
class ThresholdPane final : public QWidget
{
    Q_OBJECT

public:
    explicit ThresholdPane(QWidget *parent = nullptr);
    void setCells(std::vector<xs::evaluate::ComparedCell> cells, int documents, int fields);
    double threshold() const { return m_threshold; }
    void setThreshold(double threshold);

signals:
    void thresholdChanged(double threshold);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showEffect();

    std::vector<xs::evaluate::ComparedCell> m_cells;
    double m_threshold = 0.85;
    common::PaneHeader *m_header;
    QLabel *m_sentence;
    common::RoleLabel *m_note;
    QSlider *m_slider;
    QDoubleSpinBox *m_spin;
    ReliabilityPlot *m_plot;
    ReliabilityTable *m_table;
};

/// "At 0.85 you review 14 % and 2 of 19 errors slip (n = 310)".
QString thresholdSentence(const std::vector<xs::evaluate::ComparedCell> &cells, double threshold);

} // namespace xs::gui::evaluate
