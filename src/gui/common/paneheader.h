// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/panebar.h"

class QLabel;

namespace xs::gui::common {

/// The title row of a pane, 32 px high: its name, a note beside it, and small buttons at the right.
class PaneHeader : public PaneBar
{
    Q_OBJECT

public:
    explicit PaneHeader(const QString &title, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setNote(const QString &note);
    /// Adds a button or label at the right end.
    void addWidget(QWidget *widget);
    /// A thin line between groups of buttons.
    QWidget *addSeparator();
    /// Docks ask the hint of their title bar.
    QSize sizeHint() const override { return {QWidget::sizeHint().width(), 32}; }
    QSize minimumSizeHint() const override { return {QWidget::minimumSizeHint().width(), 32}; }

private:
    QLabel *m_title;
    QLabel *m_note;
};

} // namespace xs::gui::common
