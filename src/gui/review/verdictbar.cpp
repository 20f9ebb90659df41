// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/verdictbar.h"

#include "gui/common/buttonlook.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>

#include <numeric>

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
        m_keys << action->shortcut().toString(QKeySequence::NativeText);
        common::setKeyCap(button, m_keys.last());
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

/// Where it is narrow the keys go first, which the tooltips say, too, and then the last buttons.
void VerdictBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const auto margins = layout()->contentsMargins();
    const auto room = width() - margins.left() - margins.right() + layout()->spacing();
    const auto needed = [this] {
        return std::accumulate(m_buttons.begin(), m_buttons.end(), 0, [this](int sum, const QPushButton *button) {
            return sum + button->sizeHint().width() + layout()->spacing();
        });
    };
    for (int i = 0; i < m_buttons.size(); ++i)
        common::setKeyCap(m_buttons[i], m_keys[i]);
    if (needed() > room)
        for (auto *button : m_buttons.mid(1))
            common::setKeyCap(button, {});
    int used = 0;
    for (auto *button : m_buttons) {
        used += button->sizeHint().width() + layout()->spacing();
        button->setVisible(button == m_buttons.first() || used <= room);
    }
}

} // namespace xs::gui::review
