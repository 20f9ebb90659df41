// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewer/searchbar.h"

#include "gui/common/buttonlook.h"
#include "gui/common/elidedlabel.h"
#include "gui/common/panebar.h"
#include "gui/common/searchedit.h"
#include "gui/viewer/textsearch.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace xs::gui::viewer {

SearchBar::SearchBar(TextSearch &search, QWidget *parent)
    : QWidget(parent), m_search(search), m_edit(new QLineEdit(this)),
      m_state(new common::RoleLabel({}, common::TextRole::Secondary, this)),
      m_previous(common::makeIconButton(u"chevronup", tr("Previous place"), u"previousPlace"_s, this, u"Shift+F3"_s)),
      m_next(common::makeIconButton(u"chevrondown", tr("Next place"), u"nextPlace"_s, this, u"F3"_s))
{
    setObjectName(u"searchBar"_s);
    m_edit->setObjectName(u"searchEdit"_s);
    m_edit->setAccessibleName(tr("Search the document"));
    m_edit->setPlaceholderText(tr("Search the document"));
    common::makeSearchEdit(*m_edit);
    m_edit->setMaximumWidth(280);
    m_edit->installEventFilter(this);
    common::setSmallButton(m_edit);
    m_state->setObjectName(u"searchState"_s);
    auto *end = common::makeIconButton(u"close", tr("Close the search"), u"closeSearch"_s, this, u"Esc"_s);
    auto *bar = new common::PaneBar(common::PaneBar::Edge::Bottom, 36, this);
    auto *row = bar->row();
    row->setContentsMargins(12, 0, 4, 1);
    row->addWidget(m_edit, 1);
    for (auto *button : {m_previous, m_next, end})
        common::setSmallButton(button);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addSpacing(4);
    row->addWidget(m_state);
    row->addStretch();
    row->addWidget(end);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(bar);
    connect(m_edit, &QLineEdit::textEdited, this, &SearchBar::searchWanted);
    connect(m_previous, &QToolButton::clicked, &m_search, &TextSearch::previous);
    connect(m_next, &QToolButton::clicked, &m_search, &TextSearch::next);
    connect(end, &QToolButton::clicked, this, &SearchBar::close);
    connect(&m_search, &TextSearch::changed, this, &SearchBar::showState);
    hide();
    showState();
}

void SearchBar::open(const QString &text)
{
    show();
    if (!text.isEmpty() || (m_search.text().isEmpty() && !m_edit->text().isEmpty())) {
        if (!text.isEmpty())
            m_edit->setText(text);
        emit searchWanted(m_edit->text());
    }
    m_edit->setFocus();
    m_edit->selectAll();
}

void SearchBar::close()
{
    hide();
    emit closed();
}

void SearchBar::showState()
{
    const auto count = static_cast<int>(m_search.places().size());
    const auto left = m_search.pagesLeft();
    QString state;
    if (count > 0)
        state = tr("%1 of %2", "as in: place 3 of 12").arg(m_search.current() + 1).arg(count);
    else if (!m_search.text().isEmpty() && left == 0)
        state = tr("Not found");
    if (left > 0)
        state = state.isEmpty() ? tr("%n page(s) left", nullptr, left)
                                : tr("%1, %2").arg(state, tr("%n page(s) left", nullptr, left));
    m_state->setText(state);
    m_state->setAccessibleName(state);
    m_previous->setEnabled(count > 0);
    m_next->setEnabled(count > 0);
}

/// Keys of a review (Enter, K, …) mean nothing while somebody types here.
bool SearchBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const auto isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (!isEnter && key->key() != Qt::Key_Escape)
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::ShortcutOverride)
        return true;
    if (!isEnter)
        close();
    else if (key->modifiers().testFlag(Qt::ShiftModifier))
        m_search.previous();
    else
        m_search.next();
    return true;
}

} // namespace xs::gui::viewer
