// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace xs::gui::common {

/// A filter with a count, 24 px high, half its height round; checkable, for a QButtonGroup.
class Chip : public QPushButton
{
    Q_OBJECT

public:
    explicit Chip(const QString &label, QWidget *parent = nullptr);
    void setCount(int count);
    int count() const { return m_count; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_count = 0;
};

} // namespace xs::gui::common
