// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/wheelguard.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>

namespace xs::gui::common {

void WheelGuard::guard(QWidget &widget)
{
    if (!qobject_cast<QComboBox *>(&widget) && !qobject_cast<QAbstractSpinBox *>(&widget))
        return;
    // The wheel alone would give them the keyboard.
    if (widget.focusPolicy() == Qt::WheelFocus)
        widget.setFocusPolicy(Qt::StrongFocus);
    widget.installEventFilter(this);
}

bool WheelGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Wheel || static_cast<QWidget *>(watched)->hasFocus())
        return QObject::eventFilter(watched, event);
    event->ignore();
    return true;
}

} // namespace xs::gui::common
