// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;

namespace xs::gui::common {

/// Actions as one joined row of buttons, such as Design · Jobs · Review · Evaluate. The actions belong to the
/// caller, usually in an exclusive QActionGroup. Each button's object name is the action's with "Button" behind it.
class SegmentBar : public QWidget
{
    Q_OBJECT

public:
    explicit SegmentBar(const QList<QAction *> &actions, QWidget *parent = nullptr);
};

} // namespace xs::gui::common
