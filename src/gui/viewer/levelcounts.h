// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <array>

namespace xs::gui::viewer {

/// How many values of each level have boxes: sign, word, number. Where it is narrow the words go to the tooltip.
class LevelCounts : public QWidget
{
    Q_OBJECT

public:
    explicit LevelCounts(QWidget *parent = nullptr);
    void setCounts(const std::array<int, 4> &levels);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int widthOf(bool words) const;

    std::array<int, 4> m_levels{};
};

} // namespace xs::gui::viewer
