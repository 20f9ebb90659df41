// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/generatepanel.h"

#include "base/error.h"
#include "gui/common/busyring.h"
#include "gui/common/buttonlook.h"
#include "gui/common/elidedlabel.h"
#include "gui/common/messagerow.h"
#include "gui/common/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace xs::gui::schemaeditor {

GeneratePanel::GeneratePanel(QWidget *parent)
    : QWidget(parent), m_prompt(new QLineEdit(this)), m_withDocument(new QCheckBox(this)),
      m_go(new QPushButton(tr("Propose"), this)), m_ring(new common::BusyRing(14, this)),
      m_note(new common::RoleLabel({}, common::TextRole::Secondary, this)), m_message(new common::MessageRow(this))
{
    setObjectName(u"generatePanel"_s);
    m_prompt->setObjectName(u"generatePrompt"_s);
    m_prompt->setPlaceholderText(
        tr("The values in your own words: number, date and total of an invoice, one entry for each row"));
    m_prompt->setAccessibleName(tr("The values in your own words"));
    m_withDocument->setObjectName(u"generateWithDocument"_s);
    m_go->setObjectName(u"generateGo"_s);
    m_go->setAccessibleName(m_go->text());
    common::setButtonLook(m_go, common::ButtonLook::Plain);
    auto *close = common::makeIconButton(u"close", tr("Close"), u"generateClose"_s, this, u"Esc"_s);
    common::setSmallButton(close);
    m_message->hide();
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(m_prompt, 1);
    first->addWidget(m_go);
    first->addWidget(close);
    auto *second = new QHBoxLayout;
    second->setSpacing(8);
    second->addWidget(m_withDocument);
    second->addStretch();
    second->addWidget(m_ring);
    second->addWidget(m_note);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 8, 9);
    column->setSpacing(6);
    column->addLayout(first);
    column->addLayout(second);
    column->addWidget(m_message);
    const auto go = [this] {
        if (m_go->isEnabled())
            emit wanted(m_prompt->text().trimmed(), m_withDocument->isChecked());
    };
    connect(m_go, &QPushButton::clicked, this, go);
    connect(m_prompt, &QLineEdit::returnPressed, this, go);
    connect(m_prompt, &QLineEdit::textChanged, this, &GeneratePanel::refresh);
    connect(m_withDocument, &QCheckBox::toggled, this, &GeneratePanel::refresh);
    connect(close, &QToolButton::clicked, this, [this] {
        hide();
        emit cancelled();
    });
    setDocument({}, {});
    hide();
}

void GeneratePanel::setDocument(const QString &name, const QString &destination)
{
    m_withDocument->setVisible(!name.isEmpty());
    m_withDocument->setChecked(m_withDocument->isChecked() && !name.isEmpty());
    m_withDocument->setText(destination.isEmpty() ? tr("Look at %1").arg(name)
                                                  : tr("Look at %1 (it is sent to %2)").arg(name, destination));
    refresh();
}

void GeneratePanel::begin(bool lookAtDocument)
{
    m_withDocument->setChecked(lookAtDocument && m_withDocument->isVisibleTo(this));
    m_message->hide();
    setBusy(false);
    show();
    m_prompt->setFocus();
    m_prompt->selectAll();
}

void GeneratePanel::setBusy(bool busy)
{
    m_isBusy = busy;
    m_message->setVisible(m_message->isVisible() && !busy);
    refresh();
}

void GeneratePanel::tell(const Error &error)
{
    m_message->setError(error);
    m_message->show();
    setBusy(false);
}

void GeneratePanel::finish()
{
    setBusy(false);
    hide();
}

void GeneratePanel::refresh()
{
    const auto hasWish = !m_prompt->text().trimmed().isEmpty() || m_withDocument->isChecked();
    m_go->setEnabled(hasWish && !m_isBusy);
    m_prompt->setReadOnly(m_isBusy);
    m_withDocument->setEnabled(!m_isBusy);
    m_ring->setVisible(m_isBusy);
    m_note->setText(!m_isBusy                     ? tr("One step: Ctrl+Z takes it back.")
                    : m_withDocument->isChecked() ? tr("The document is being looked at…")
                                                  : tr("The server is at work. This can take a minute."));
}

void GeneratePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return QWidget::keyPressEvent(event);
    hide();
    emit cancelled();
}

void GeneratePanel::paintEvent(QPaintEvent *)
{
    const auto theme = common::Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.panel);
    painter.fillRect(0, height() - 1, width(), 1, theme.line);
}

} // namespace xs::gui::schemaeditor
