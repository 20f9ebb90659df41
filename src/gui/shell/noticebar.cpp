// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/noticebar.h"

#include "gui/common/buttonlook.h"
#include "gui/common/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

NoticeBar::NoticeBar(QWidget *parent)
    : QWidget(parent), m_message(new common::MessageRow(this)), m_button(new QPushButton(this))
{
    setObjectName(u"noticeBar"_s);
    m_button->setObjectName(u"noticeButton"_s);
    auto *close = common::makeIconButton(u"close", tr("Close this message"), u"noticeCloseButton"_s, this);
    common::setSmallButton(close);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 8, 1);
    row->setSpacing(8);
    row->addWidget(m_message, 1);
    row->addWidget(m_button);
    row->addWidget(close);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_run)
            m_run();
    });
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void NoticeBar::show(const QString &topic, const Error &error, const QString &action, std::function<void()> run)
{
    show(topic, wording::errorText(error), action, std::move(run));
}

void NoticeBar::show(const QString &topic, const wording::ErrorText &text, const QString &action,
                     std::function<void()> run)
{
    put(common::MessageRow::Kind::Error, topic, text, action, std::move(run));
}

void NoticeBar::remind(const QString &topic, const wording::ErrorText &text, const QString &action,
                       std::function<void()> run)
{
    put(common::MessageRow::Kind::Warning, topic, text, action, std::move(run));
}

void NoticeBar::tell(const QString &topic, const QString &sentence, const QString &action, std::function<void()> run)
{
    put(common::MessageRow::Kind::Good, topic, {sentence, {}}, action, std::move(run));
}

void NoticeBar::put(common::MessageRow::Kind kind, const QString &topic, const wording::ErrorText &text,
                    const QString &action, std::function<void()> run)
{
    m_topic = topic;
    m_run = std::move(run);
    m_kind = kind;
    m_message->setMessage(kind, text.what, text.toDo);
    m_button->setText(action);
    m_button->setAccessibleName(action);
    m_button->setVisible(!action.isEmpty());
    QWidget::show();
}

void NoticeBar::settle(const QString &topic)
{
    if (m_topic == topic)
        hide();
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    const auto theme = common::Theme::of(palette());
    QPainter painter(this);
    const auto isTrouble = m_kind == common::MessageRow::Kind::Error;
    painter.fillRect(rect(), isTrouble ? theme.level(domain::ConfidenceLevel::Low).soft : theme.accentSoft);
    painter.fillRect(0, height() - 1, width(), 1, theme.line);
}

} // namespace xs::gui::shell
