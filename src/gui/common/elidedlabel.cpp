// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/elidedlabel.h"

#include "gui/common/plaintip.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>

namespace xs::gui::common {

namespace {

constexpr int leastLetters = 6;

} // namespace

ElidedLabel::ElidedLabel(QWidget *parent, TextRole role, Qt::TextElideMode mode)
    : QLabel(parent), m_role(role), m_mode(mode)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize ElidedLabel::sizeHint() const
{
    const QFontMetrics metrics(fontFor(m_role, font()));
    return {metrics.horizontalAdvance(text()) + 2, metrics.height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QFontMetrics metrics(fontFor(m_role, font()));
    return {std::min(metrics.averageCharWidth() * 4, sizeHint().width()), metrics.height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto theme = Theme::of(palette());
    const auto roleFont = fontFor(m_role, font());
    const QFontMetrics metrics(roleFont);
    auto shown = metrics.elidedText(text(), m_mode, width());
    // An ellipsis with a letter or two says nothing.
    if (shown != text() && width() < metrics.averageCharWidth() * leastLetters)
        shown.clear();
    if (const auto tip = shown == text() ? QString() : plainTip(text()); tip != toolTip())
        setToolTip(tip);
    painter.setFont(roleFont);
    painter.setPen(!isEnabled() ? theme.text3 : isQuiet() ? theme.text2 : theme.text);
    painter.drawText(rect(), static_cast<int>(alignment() | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
}

RoleLabel::RoleLabel(const QString &text, TextRole role, QWidget *parent) : QLabel(text, parent), m_role(role)
{
    // On a pane whose ground is Base, Qt would take the colour of Text instead.
    setForegroundRole(QPalette::WindowText);
    applyRole();
}

void RoleLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::ApplicationFontChange ||
        event->type() == QEvent::PaletteChange)
        applyRole();
}

void RoleLabel::applyRole()
{
    if (m_applying)
        return;
    m_applying = true;
    const bool quiet = m_role == TextRole::Secondary || m_role == TextRole::Note;
    setFont(fontFor(m_role, QApplication::font()));
    auto colors = palette();
    const auto theme = Theme::of(QApplication::palette());
    colors.setColor(QPalette::Active, QPalette::WindowText, quiet ? theme.text2 : theme.text);
    colors.setColor(QPalette::Inactive, QPalette::WindowText, quiet ? theme.text2 : theme.text);
    colors.setColor(QPalette::Disabled, QPalette::WindowText, theme.text3);
    setPalette(colors);
    m_applying = false;
}

} // namespace xs::gui::common
