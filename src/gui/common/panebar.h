// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace xs::gui::common {

/// A header or footer of a pane: a row on the panel's ground with a line at one edge, text 12 px from the sides.
class PaneBar : public QWidget
{
    Q_OBJECT

public:
    enum class Edge { Top, Bottom };

    /// The line is at the edge towards the content; the height includes it.
    PaneBar(Edge line, int height, QWidget *parent = nullptr);
    QHBoxLayout *row() const { return m_row; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Edge m_line;
    QHBoxLayout *m_row;
};

} // namespace xs::gui::common
