// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/verdictbar.h"

#include "gui/common/buttonlook.h"
#include "gui/common/icons.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace xs::gui::review {

VerdictBar::VerdictBar(const QList<QAction *> &actions, QWidget *parent)
    : QWidget(parent), m_actions(actions), m_more(new QToolButton(this))
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
    m_more->setToolTip(tr("More decisions"));
    m_more->setAccessibleName(m_more->toolTip());
    m_more->setObjectName(u"moreVerdictsButton"_s);
    m_more->setIcon(common::icon(u"more"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setFocusPolicy(Qt::TabFocus);
    m_more->setMenu(new QMenu(m_more));
    common::setButtonLook(m_more, common::ButtonLook::Quiet);
    row->addWidget(m_more);
    row->addStretch(1);
}

QSize VerdictBar::minimumSizeHint() const
{
    return {120, m_buttons.first()->sizeHint().height() + 12};
}

void VerdictBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const auto gap = layout()->spacing();
    const auto room = width() - layout()->contentsMargins().left() - layout()->contentsMargins().right();
    const auto needed = [&] {
        int all = -gap;
        for (const auto *button : m_buttons)
            all += button->sizeHint().width() + gap;
        return all;
    };
    // The keys give way first, which the tooltips say, too.
    const auto showKeys = [this](bool visible) {
        for (qsizetype i = 1; i < m_buttons.size(); ++i)
            common::setKeyCap(m_buttons[i],
                              visible ? m_actions[i]->shortcut().toString(QKeySequence::NativeText) : QString());
    };
    showKeys(true);
    if (needed() > room)
        showKeys(false);
    const auto all = needed();
    // What does not fit goes into the menu behind the three dots.
    const auto limit = all <= room ? room : room - gap - m_more->sizeHint().width();
    m_more->setVisible(all > room);
    m_more->menu()->clear();
    int used = -gap;
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        used += m_buttons[i]->sizeHint().width() + gap;
        m_buttons[i]->setVisible(i == 0 || used <= limit);
        if (m_buttons[i]->isHidden())
            m_more->menu()->addAction(m_actions[i]);
    }
}

} // namespace xs::gui::review
