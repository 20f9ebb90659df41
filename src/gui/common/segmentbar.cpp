// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/segmentbar.h"

#include "gui/common/buttonlook.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace xs::gui::common {

SegmentBar::SegmentBar(const QList<QAction *> &actions, QWidget *parent) : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (auto *action : actions) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setObjectName(action->objectName() + "Button"_L1);
        button->setAccessibleName(action->iconText());
        button->setToolButtonStyle(action->icon().isNull() ? Qt::ToolButtonTextOnly : Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::TabFocus);
        setButtonLook(button, action == actions.first()  ? ButtonLook::SegmentFirst
                              : action == actions.last() ? ButtonLook::SegmentLast
                                                         : ButtonLook::SegmentMiddle);
        layout->addWidget(button);
    }
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

} // namespace xs::gui::common
