// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "evaluate/threshold.h"

#include <QWidget>

class QGridLayout;

namespace xs::gui::evaluate {

/// The bins of a reliability as a small table: confidence, values, wrong; below it values without a score, and all.
class ReliabilityTable final : public QWidget
{
    Q_OBJECT

public:
    explicit ReliabilityTable(QWidget *parent = nullptr);
    void setReliability(const xs::evaluate::Reliability &reliability);

private:
    void addRow(const QString &name, const QString &values, const QString &wrong, bool isStrong);

    QGridLayout *m_grid;
    int m_rows = 0;
};

} // namespace xs::gui::evaluate
