// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/chip.h"

#include "gui/common/theme.h"

#include <QLocale>
#include <QPainter>

namespace xs::gui::common {

namespace {

constexpr int chipHeight = 24;
constexpr int padding = 11;
constexpr int gap = 6;

} // namespace

Chip::Chip(const QString &label, const QString &shortLabel, QWidget *parent)
    : QPushButton(label, parent), m_label(label), m_shortLabel(shortLabel.isEmpty() ? label : shortLabel)
{
    setCheckable(true);
    setToolTip(label);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCount(0);
}

void Chip::setCount(int count)
{
    m_count = count;
    setAccessibleName(tr("%1, %2", "filter and how many it shows").arg(m_label, QLocale().toString(count)));
    updateGeometry();
    update();
}

void Chip::setShort(bool isShort)
{
    setText(isShort ? m_shortLabel : m_label);
    updateGeometry();
}

QSize Chip::sizeHint() const
{
    return {widthOf(text() != m_label), chipHeight};
}

int Chip::widthOf(bool isShort) const
{
    const auto &shown = isShort ? m_shortLabel : m_label;
    const QFontMetrics label(fontFor(TextRole::Secondary, font()));
    auto strong = fontFor(TextRole::Secondary, font());
    strong.setWeight(QFont::DemiBold);
    // The checked label is bolder; the chip keeps room for it, so that nothing moves when it is checked.
    const auto widest = std::max(label.horizontalAdvance(shown), QFontMetrics(strong).horizontalAdvance(shown));
    // Letters have fractions of pixels, which widths are rounded from.
    return 2 * padding + widest + 1 + gap + QFontMetrics(strong).horizontalAdvance(QLocale().toString(m_count));
}

void Chip::paintEvent(QPaintEvent *)
{
    const auto theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool focused = hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange);
    const auto inset = focused ? 1.0 : 0.5;
    const QRectF shape = QRectF(rect()).adjusted(inset, inset, -inset, -inset);
    painter.setPen(QPen(isChecked() || focused ? theme.accent : theme.control, 2 * inset));
    painter.setBrush(isChecked() ? theme.accentSoft : underMouse() ? theme.panel : theme.base);
    painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2);

    auto font = fontFor(TextRole::Secondary, this->font());
    auto strong = font;
    strong.setWeight(QFont::DemiBold);
    painter.setPen(isChecked() ? theme.accent : isEnabled() ? theme.text : theme.text3);
    painter.setFont(isChecked() ? strong : font);
    const auto count = QLocale().toString(m_count);
    // In a narrow pane the label gives way to the number; the tooltip has it in full.
    const auto room = width() - 2 * padding - gap - QFontMetrics(strong).horizontalAdvance(count);
    painter.drawText(rect().adjusted(padding, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, room));
    painter.setFont(strong);
    painter.drawText(rect().adjusted(0, 0, -padding, 0), Qt::AlignVCenter | Qt::AlignRight, count);
}

} // namespace xs::gui::common
