// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/emptystate.h"

#include "gui/common/buttonlook.h"
#include "gui/common/elidedlabel.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace xs::gui::common {

EmptyState::EmptyState(const QString &sentence, const QString &note, const QString &action, QWidget *parent)
    : QWidget(parent), m_sentence(new RoleLabel(sentence, TextRole::Headline, this)),
      m_note(new RoleLabel(note, TextRole::Secondary, this))
{
    // It stands in the place of a table or of a page, and has their ground.
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(8);
    layout->addStretch(2);
    for (auto *label : {m_sentence, m_note}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    if (!action.isEmpty()) {
        m_button = new QPushButton(action, this);
        m_button->setObjectName(u"emptyStateButton"_s);
        m_button->setAccessibleName(action);
        setButtonLook(m_button, ButtonLook::Filled);
        layout->addSpacing(8);
        layout->addWidget(m_button, 0, Qt::AlignHCenter);
        connect(m_button, &QPushButton::clicked, this, &EmptyState::activated);
    }
    layout->addStretch(3);
    setSentence(sentence, note);
}

void EmptyState::setSentence(const QString &sentence, const QString &note)
{
    m_sentence->setText(sentence);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

} // namespace xs::gui::common
