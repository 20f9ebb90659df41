// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/findbar.h"

#include "gui/common/buttonlook.h"
#include "gui/common/elidedlabel.h"
#include "gui/common/panebar.h"
#include "gui/common/searchedit.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace xs::gui::common {

FindBar::FindBar(const QString &name, const QString &what, QWidget *parent)
    : QWidget(parent), m_edit(new QLineEdit(this)), m_state(new RoleLabel({}, TextRole::Secondary, this)),
      m_previous(makeIconButton(u"chevronup", tr("Previous place"), name + u"Previous"_s, this, u"Shift+F3"_s)),
      m_next(makeIconButton(u"chevrondown", tr("Next place"), name + u"Next"_s, this, u"F3"_s))
{
    setObjectName(name + u"Bar"_s);
    m_edit->setObjectName(name + u"Edit"_s);
    m_edit->setAccessibleName(what);
    m_edit->setPlaceholderText(what);
    makeSearchEdit(*m_edit);
    m_edit->setMaximumWidth(280);
    m_edit->installEventFilter(this);
    setSmallButton(m_edit);
    m_state->setObjectName(name + u"State"_s);
    auto *end = makeIconButton(u"close", tr("Close the search"), name + u"Close"_s, this, u"Esc"_s);
    auto *bar = new PaneBar(PaneBar::Edge::Bottom, 36, this);
    auto *row = bar->row();
    row->setContentsMargins(12, 0, 4, 1);
    row->addWidget(m_edit, 1);
    for (auto *button : {m_previous, m_next, end})
        setSmallButton(button);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addSpacing(4);
    row->addWidget(m_state);
    row->addStretch();
    row->addWidget(end);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(bar);
    connect(m_edit, &QLineEdit::textEdited, this, &FindBar::textWanted);
    connect(m_previous, &QToolButton::clicked, this, &FindBar::previousWanted);
    connect(m_next, &QToolButton::clicked, this, &FindBar::nextWanted);
    connect(end, &QToolButton::clicked, this, &FindBar::close);
    hide();
    setState(-1, 0);
}

QString FindBar::text() const
{
    return m_edit->text();
}

void FindBar::open(const QString &text)
{
    const bool wasOpen = isVisible();
    show();
    if (!text.isEmpty())
        m_edit->setText(text);
    if (!text.isEmpty() || (!wasOpen && !m_edit->text().isEmpty()))
        emit textWanted(m_edit->text());
    m_edit->setFocus();
    m_edit->selectAll();
}

void FindBar::close()
{
    if (isHidden())
        return;
    hide();
    emit textWanted({});
    emit closed();
}

void FindBar::setState(int current, int count, const QString &left)
{
    QString state;
    if (count > 0)
        state = current < 0 ? tr("%n place(s)", nullptr, count)
                            : tr("%1 of %2", "as in: place 3 of 12").arg(current + 1).arg(count);
    else if (!m_edit->text().isEmpty() && left.isEmpty())
        state = tr("Not found");
    if (!left.isEmpty())
        state = state.isEmpty() ? left : tr("%1, %2").arg(state, left);
    m_state->setText(state);
    m_state->setAccessibleName(state);
    m_previous->setEnabled(count > 0);
    m_next->setEnabled(count > 0);
}

/// Keys of a review (Enter, K, …) mean nothing while somebody types here.
bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->matches(QKeySequence::Find)) {
        event->accept();
        m_edit->selectAll();
        return true;
    }
    const auto isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const auto isStep = isEnter || key->key() == Qt::Key_F3;
    if (!isStep && key->key() != Qt::Key_Escape)
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::ShortcutOverride)
        return true;
    if (!isStep)
        close();
    else if (key->modifiers().testFlag(Qt::ShiftModifier))
        emit previousWanted();
    else
        emit nextWanted();
    return true;
}

} // namespace xs::gui::common
