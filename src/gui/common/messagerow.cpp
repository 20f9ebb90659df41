// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/messagerow.h"

#include "gui/common/elidedlabel.h"
#include "gui/common/icons.h"
#include "wording/errortext.h"

#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace xs::gui::common {

namespace {

constexpr int edge = 12;
constexpr int iconSide = 16;

struct Mark
{
    QStringView icon;
    QColor color;
};

Mark markOf(MessageRow::Kind kind, const Theme &theme)
{
    switch (kind) {
    case MessageRow::Kind::Good:
        return {u"check", theme.level(domain::ConfidenceLevel::Certain).text};
    case MessageRow::Kind::Warning:
        return {u"warning", theme.level(domain::ConfidenceLevel::Check).text};
    case MessageRow::Kind::Error:
        return {u"warning", theme.level(domain::ConfidenceLevel::Low).text};
    case MessageRow::Kind::Info:
        break;
    }
    return {u"info", theme.text2};
}

} // namespace

MessageRow::MessageRow(QWidget *parent)
    : QWidget(parent), m_sentence(new RoleLabel({}, TextRole::Body, this)),
      m_whatToDo(new RoleLabel({}, TextRole::Secondary, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(edge + iconSide + 8, 8, edge, 8);
    layout->setSpacing(2);
    for (auto *label : {m_sentence, m_whatToDo}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(label);
    }
    m_sentence->setObjectName(u"messageSentence"_s);
    m_whatToDo->setObjectName(u"messageWhatToDo"_s);
}

MessageRow::MessageRow(Kind kind, const QString &sentence, const QString &whatToDo, QWidget *parent)
    : MessageRow(parent)
{
    setMessage(kind, sentence, whatToDo);
}

void MessageRow::setMessage(Kind kind, const QString &sentence, const QString &whatToDo)
{
    m_kind = kind;
    m_sentence->setText(sentence);
    m_whatToDo->setText(whatToDo);
    m_whatToDo->setVisible(!whatToDo.isEmpty());
    setAccessibleName(whatToDo.isEmpty() ? sentence : sentence + u' ' + whatToDo);
    update();
}

void MessageRow::setError(const Error &error)
{
    const auto text = wording::errorText(error);
    setMessage(Kind::Error, text.what, text.toDo);
}

void MessageRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto mark = markOf(m_kind, Theme::of(palette()));
    const auto line = m_sentence->fontMetrics().height();
    const QRectF place(edge, m_sentence->y() + (line - iconSide) / 2.0, iconSide, iconSide);
    paintIcon(&painter, place, mark.icon, mark.color);
}

} // namespace xs::gui::common
