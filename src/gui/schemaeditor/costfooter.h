// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/costestimate.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QSpinBox;

namespace xs::gui::schemaeditor {

/// What the run will cost, below the form: both legs, the sum, the date of the rates, and the sum above which the
/// program asks.
class CostFooter final : public QWidget
{
    Q_OBJECT

public:
    explicit CostFooter(QWidget *parent = nullptr);

    /// No estimate: the rates have no such tier.
    void setCost(const domain::Rates &rates, const std::optional<domain::CostEstimate> &estimate, int budget);

signals:
    void budgetChanged(int credits);
    void ratesWanted();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Row
    {
        QLabel *name;
        QLabel *factor;
        QLabel *sum;
    };
    Row addRow(QGridLayout &grid, const QString &objectName);
    void dress();

    Row m_extract;
    Row m_parse;
    Row m_sum;
    QLabel *m_budgetLabel;
    QSpinBox *m_budget;
    QLabel *m_date;
};

} // namespace xs::gui::schemaeditor
