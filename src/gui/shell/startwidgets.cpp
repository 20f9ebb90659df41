// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/startwidgets.h"

#include "gui/common/icons.h"
#include "gui/common/theme.h"

#include <QPainter>

namespace xs::gui::shell {

using common::TextRole;
using common::Theme;

namespace {

void paintFocus(QPainter &painter, const QWidget &widget, const Theme &theme)
{
    if (!widget.hasFocus())
        return;
    painter.setPen(QPen(theme.accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(1, 1, -1, -1), 5, 5);
}

} // namespace

void DropZone::paintEvent(QPaintEvent *)
{
    const auto theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.control, 2, Qt::CustomDashLine));
    auto pen = painter.pen();
    pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.setBrush(theme.alternate);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
}

void DestinationStrip::setLocal(bool isLocal)
{
    m_isLocal = isLocal;
    update();
}

void DestinationStrip::paintEvent(QPaintEvent *)
{
    const auto theme = Theme::of(palette());
    const auto &colors = theme.level(m_isLocal ? domain::ConfidenceLevel::Certain : domain::ConfidenceLevel::Unknown);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.soft);
    painter.drawRoundedRect(rect(), 5, 5);
    common::paintIcon(&painter, QRectF(12, (height() - 16) / 2.0, 16, 16), m_isLocal ? u"shield" : u"cloud",
                      colors.text);
}

StartRow::StartRow(QStringView icon, const QString &title, const QString &note, QWidget *parent)
    : QAbstractButton(parent), m_icon(icon), m_note(note)
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(note);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize StartRow::sizeHint() const
{
    return {280, std::max(44, 2 * fontMetrics().height() + 10)};
}

void StartRow::paintEvent(QPaintEvent *)
{
    const auto theme = Theme::of(palette());
    QPainter painter(this);
    if (underMouse())
        painter.fillRect(rect(), theme.alternate);
    painter.fillRect(0, 0, width(), 1, theme.line);
    painter.setRenderHint(QPainter::Antialiasing);
    common::paintIcon(&painter, QRectF(8, (height() - 14) / 2.0, 14, 14), m_icon, theme.text2);
    const auto words = rect().adjusted(32, 5, -8, -5);
    painter.setPen(theme.text);
    painter.drawText(QRect(words.left(), words.top(), words.width(), words.height() / 2 + 1), Qt::AlignVCenter,
                     fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    painter.setFont(common::fontFor(TextRole::Note, font()));
    painter.setPen(theme.text2);
    painter.drawText(QRect(words.left(), words.center().y() + 1, words.width(), words.height() / 2), Qt::AlignVCenter,
                     QFontMetrics(painter.font()).elidedText(m_note, Qt::ElideRight, words.width()));
    paintFocus(painter, *this, theme);
}

LinkButton::LinkButton(QWidget *parent) : QAbstractButton(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
}

QSize LinkButton::sizeHint() const
{
    return fontMetrics().size(Qt::TextSingleLine, text()) + QSize(8, 6);
}

void LinkButton::paintEvent(QPaintEvent *)
{
    const auto theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    auto shown = font();
    shown.setUnderline(underMouse());
    painter.setFont(shown);
    painter.setPen(theme.accent);
    painter.drawText(rect(), Qt::AlignCenter, text());
    paintFocus(painter, *this, theme);
}

} // namespace xs::gui::shell
