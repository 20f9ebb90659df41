// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/verdictbar.h"

#include "gui/common/buttonlook.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace xs::gui::review {

VerdictBar::VerdictBar(const QList<QAction *> &actions, QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 12);
    row->setSpacing(6);
    for (auto *action : actions) {
        auto *button = new QPushButton(action->iconText(), this);
        button->setObjectName(action->objectName() + "Button"_L1);
        button->setAccessibleName(action->text());
        button->setToolTip(action->toolTip());
        button->setFocusPolicy(Qt::TabFocus);
        if (m_buttons.isEmpty())
            button->setIcon(action->icon());
        common::setButtonLook(button, m_buttons.isEmpty() ? common::ButtonLook::Filled : common::ButtonLook::Plain);
        common::setKeyCap(button, action->shortcut().toString(QKeySequence::NativeText));
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, button, [button, action] { button->setEnabled(action->isEnabled()); });
        button->setEnabled(action->isEnabled());
        m_buttons << button;
        row->addWidget(button);
    }
    row->addStretch(1);
}

QSize VerdictBar::minimumSizeHint() const
{
    return {120, m_buttons.first()->sizeHint().height() + 12};
}

void VerdictBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    int used = layout()->contentsMargins().left() + layout()->contentsMargins().right();
    for (auto *button : m_buttons) {
        used += button->sizeHint().width() + layout()->spacing();
        button->setVisible(button == m_buttons.first() || used <= width() + layout()->spacing());
    }
}

} // namespace xs::gui::review
