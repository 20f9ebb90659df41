// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace xs::gui::common {

/// A filter with a count, 24 px high, half its height round; checkable, for a QButtonGroup.
class Chip : public QPushButton
{
    Q_OBJECT

public:
    /// `shortLabel` is what it says where there is little room; empty for the same.
    explicit Chip(const QString &label, const QString &shortLabel, QWidget *parent = nullptr);
    explicit Chip(const QString &label, QWidget *parent = nullptr) : Chip(label, {}, parent) {}
    void setShort(bool isShort);
    /// How wide it is with the long or the short label.
    int widthOf(bool isShort) const;
    void setCount(int count);
    int count() const { return m_count; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_label;
    QString m_shortLabel;
    int m_count = 0;
};

} // namespace xs::gui::common
