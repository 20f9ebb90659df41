// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/attention.h"

#include <QWidget>

namespace xs::gui::review {

/// How sure the engine was of a result's values, as ten small bars from 0 to 1 in the levels' colours. The tooltip and
/// the accessible description say the same in numbers.
class ConfidenceHistogram final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int binCount = 10;

    explicit ConfidenceHistogram(QWidget *parent = nullptr);
    void setValues(const std::vector<xs::review::ReviewValue> &values);
    /// Values whose score lies in each tenth; 1.0 is in the last.
    const std::array<int, binCount> &bins() const { return m_bins; }
    QSize sizeHint() const override { return {72, 24}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::array<int, binCount> m_bins{};
    /// Of each bin, how many values are of which level: fields may have limits of their own.
    std::array<std::array<int, 4>, binCount> m_levels{};
};

} // namespace xs::gui::review
