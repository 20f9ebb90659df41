// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/stylecontrols.h"

#include "gui/common/buttonlook.h"
#include "gui/common/icons.h"
#include "gui/common/keycap.h"
#include "gui/common/stylesizes.h"
#include "gui/common/theme.h"

#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QPainter>
#include <QPainterPath>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QWidget>

#include <algorithm>

namespace xs::gui::common::controls {

namespace {

constexpr double radius = 5;
constexpr int iconTextGap = 6;

bool isOn(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

/// A ring for people who walk by keyboard; a mouse click alone shows none.
bool showsFocus(const QStyleOption &option)
{
    return isOn(option, QStyle::State_HasFocus) && isOn(option, QStyle::State_KeyboardFocusChange);
}

QColor shade(const QColor &color, bool dark)
{
    return dark ? color.lighter(112) : color.darker(112);
}

/// A rounded box whose line lies inside `rect`.
void paintBox(QPainter *painter, const QRectF &rect, const QColor &fill, const QColor &line, double width = 1)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(line.isValid() ? QPen(line, width) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const auto inset = line.isValid() ? width / 2 : 0;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

QPainterPath segmentShape(const QRectF &rect, ButtonLook look)
{
    const auto left = look == ButtonLook::SegmentFirst ? radius : 0;
    const auto right = look == ButtonLook::SegmentLast ? radius : 0;
    QPainterPath path;
    path.moveTo(rect.left() + left, rect.top());
    path.lineTo(rect.right() - right, rect.top());
    path.quadTo(rect.topRight(), QPointF(rect.right(), rect.top() + right));
    path.lineTo(rect.right(), rect.bottom() - right);
    path.quadTo(rect.bottomRight(), QPointF(rect.right() - right, rect.bottom()));
    path.lineTo(rect.left() + left, rect.bottom());
    path.quadTo(rect.bottomLeft(), QPointF(rect.left(), rect.bottom() - left));
    path.lineTo(rect.left(), rect.top() + left);
    path.quadTo(rect.topLeft(), QPointF(rect.left() + left, rect.top()));
    return path;
}

/// Segments share their lines: each draws its own left line, the last one also the right.
void paintSegment(const QStyleOption &option, QPainter *painter, ButtonLook look)
{
    const auto theme = Theme::of(option.palette);
    auto shape = QRectF(option.rect).adjusted(0.5, 0.5, look == ButtonLook::SegmentLast ? -0.5 : 0.5, -0.5);
    const bool checked = isOn(option, QStyle::State_On);
    painter->save();
    painter->setClipRect(option.rect);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(theme.control, 1));
    painter->setBrush(checked ? theme.accentSoft : isOn(option, QStyle::State_MouseOver) ? theme.panel : theme.base);
    painter->drawPath(segmentShape(shape, look));
    painter->restore();
    if (showsFocus(option))
        paintFocusRing(option, painter);
}

QColor panelFill(const QStyleOption &option, const Theme &theme)
{
    if (isOn(option, QStyle::State_On))
        return theme.accentSoft;
    if (isOn(option, QStyle::State_Sunken))
        return theme.track;
    return isOn(option, QStyle::State_MouseOver) ? theme.panel : theme.base;
}

void paintFilled(const QStyleOption &option, QPainter *painter, const Theme &theme)
{
    auto fill = theme.accentFill;
    if (isOn(option, QStyle::State_Sunken) || isOn(option, QStyle::State_MouseOver))
        fill = shade(fill, theme.dark);
    paintBox(painter, option.rect, fill, {});
    if (showsFocus(option)) {
        paintBox(painter, option.rect, {}, theme.accent, 2);
        paintBox(painter, QRectF(option.rect).adjusted(2, 2, -2, -2), {}, theme.onFill, 1);
    }
}

void paintQuiet(const QStyleOption &option, QPainter *painter, const Theme &theme, bool calm)
{
    const bool enabled = isOn(option, QStyle::State_Enabled);
    if (isOn(option, QStyle::State_On) && !calm)
        paintBox(painter, option.rect, theme.accentSoft, {});
    else if (enabled && (isOn(option, QStyle::State_MouseOver) || isOn(option, QStyle::State_Sunken)))
        paintBox(painter, option.rect, theme.track, {});
    if (showsFocus(option))
        paintFocusRing(option, painter);
}

void paintByLook(const QStyleOption &option, QPainter *painter, ButtonLook look)
{
    const auto theme = Theme::of(option.palette);
    if (look >= ButtonLook::SegmentFirst)
        return paintSegment(option, painter, look);
    if (look == ButtonLook::Quiet || look == ButtonLook::Text)
        return paintQuiet(option, painter, theme, look == ButtonLook::Text);
    if (!isOn(option, QStyle::State_Enabled))
        return paintBox(painter, option.rect, theme.track, {});
    if (look == ButtonLook::Filled)
        return paintFilled(option, painter, theme);
    paintBox(painter, option.rect, panelFill(option, theme), theme.control);
    if (showsFocus(option))
        paintFocusRing(option, painter);
}

} // namespace

void paintFocusRing(const QStyleOption &option, QPainter *painter)
{
    paintBox(painter, option.rect, {}, Theme::of(option.palette).accent, 2);
}

void paintButtonPanel(const QStyleOption &option, QPainter *painter, const QWidget *widget)
{
    paintByLook(option, painter, buttonLook(widget));
}

void paintToolButtonPanel(const QStyleOption &option, QPainter *painter, const QWidget *widget)
{
    const bool dressed = widget && widget->property("xsLook").isValid();
    paintByLook(option, painter, dressed ? buttonLook(widget) : ButtonLook::Quiet);
}

void paintButtonLabel(const QStyleOptionButton &option, QPainter *painter, const QWidget *widget)
{
    const auto theme = Theme::of(option.palette);
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const bool filled = buttonLook(widget) == ButtonLook::Filled && enabled;
    const auto key = keyCap(widget);
    const auto keyWidth = key.isEmpty() ? 0 : keyCapWidth(key, painter->font()) + iconTextGap + 2;
    const auto iconWidth = option.icon.isNull() ? 0 : option.iconSize.width();
    const auto textWidth = option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
    const auto gap = iconWidth > 0 && textWidth > 0 ? iconTextGap : 0;

    auto x = option.rect.center().x() - (iconWidth + gap + textWidth + keyWidth) / 2 + 1;
    if (iconWidth > 0) {
        const auto mode = enabled ? QIcon::Normal : QIcon::Disabled;
        const auto state = isOn(option, QStyle::State_On) ? QIcon::On : QIcon::Off;
        option.icon.paint(painter, QRect(x, option.rect.top(), iconWidth, option.rect.height()), Qt::AlignCenter, mode,
                          state);
        x += iconWidth + gap;
    }
    painter->setPen(!enabled                         ? theme.text3
                    : filled                         ? theme.onFill
                    : isOn(option, QStyle::State_On) ? theme.accent
                                                     : theme.text);
    painter->drawText(QRect(x, option.rect.top(), textWidth, option.rect.height()),
                      Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, option.text);
    if (!key.isEmpty())
        paintKeyCap(painter,
                    QRectF(x + textWidth + iconTextGap + 2, option.rect.top(), keyWidth - iconTextGap - 2,
                           option.rect.height()),
                    key, painter->font(), theme, filled);
}

void paintToolButtonLabel(const QStyleOptionToolButton &option, QPainter *painter, const QWidget *widget)
{
    const auto theme = Theme::of(option.palette);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool calm = buttonLook(widget) == ButtonLook::Text;
    const bool on = option.state.testFlag(QStyle::State_On) && !calm;
    const bool filled = enabled && buttonLook(widget) == ButtonLook::Filled;
    const bool menu = sizes::hasMenuArrow(option, widget);
    const bool withIcon = !option.icon.isNull() && option.toolButtonStyle != Qt::ToolButtonTextOnly;
    const bool withText = !option.text.isEmpty() && option.toolButtonStyle != Qt::ToolButtonIconOnly;
    painter->save();
    auto font = option.font;
    if (on || filled)
        font.setWeight(QFont::DemiBold);
    painter->setFont(calm ? fontFor(TextRole::Secondary, font) : font);
    const auto textWidth = withText ? painter->fontMetrics().size(Qt::TextShowMnemonic, option.text).width() : 0;
    const auto iconWidth = withIcon ? option.iconSize.width() : 0;
    const auto gap = withIcon && withText ? 6 : 0;
    const auto room = option.rect.adjusted(0, 0, menu ? -18 : 0, 0);
    auto x =
        std::max(room.left() + (menu ? sizes::edge - 2 : 4), room.center().x() + 1 - (iconWidth + gap + textWidth) / 2);
    if (menu && withText)
        x = room.left() + (calm ? sizes::textMargin : sizes::edge - 1);
    if (withIcon)
        option.icon.paint(painter, QRect(x, room.top(), iconWidth, room.height()), Qt::AlignCenter,
                          enabled ? QIcon::Normal : QIcon::Disabled, on ? QIcon::On : QIcon::Off);
    x += iconWidth + gap;
    painter->setPen(!enabled ? theme.text3
                    : filled ? theme.onFill
                    : on     ? theme.accent
                    : calm   ? theme.text2
                             : theme.text);
    if (withText)
        painter->drawText(QRect(x, room.top(), textWidth + 1, room.height()),
                          Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, option.text);
    painter->restore();
}

bool isWritable(const QWidget *widget)
{
    const auto *text = qobject_cast<const QPlainTextEdit *>(widget);
    return text && text->isEnabled() && !text->isReadOnly();
}

void paintEditFrame(const QStyleOption &option, QPainter *painter, const QWidget *widget)
{
    const auto theme = Theme::of(option.palette);
    const bool enabled = isOn(option, QStyle::State_Enabled);
    // A spin box or an editable combo box draws the frame around its own edit.
    if (widget && qobject_cast<const QAbstractSpinBox *>(widget->parentWidget()))
        return;
    const bool focused = isOn(option, QStyle::State_HasFocus);
    paintBox(painter, option.rect, enabled ? theme.base : theme.track,
             focused   ? theme.accent
             : enabled ? theme.field
                       : theme.line,
             focused ? 2 : 1);
}

void paintCheckBox(const QStyleOption &option, QPainter *painter)
{
    const auto theme = Theme::of(option.palette);
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const bool on = isOn(option, QStyle::State_On);
    const bool some = isOn(option, QStyle::State_NoChange);
    const auto side = std::min(option.rect.width(), option.rect.height());
    QRectF box(0, 0, side, side);
    box.moveCenter(QRectF(option.rect).center());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const auto fill = !enabled ? theme.track : on || some ? theme.accentFill : theme.base;
    const auto line = !enabled ? theme.line : on || some ? theme.accentFill : theme.field;
    painter->setPen(QPen(line, 1));
    painter->setBrush(fill);
    painter->drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), 3, 3);
    painter->restore();
    if (on || some)
        paintIcon(painter, box.adjusted(1, 1, -1, -1), on ? u"check" : u"minus", enabled ? theme.onFill : theme.text3);
    if (showsFocus(option))
        paintFocusRing(option, painter);
}

void paintRadioButton(const QStyleOption &option, QPainter *painter)
{
    const auto theme = Theme::of(option.palette);
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const bool on = isOn(option, QStyle::State_On);
    QRectF circle(0, 0, 14, 14);
    circle.moveCenter(QRectF(option.rect).center());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(!enabled ? theme.line : on ? theme.accentFill : theme.field, 1));
    painter->setBrush(!enabled ? theme.track : on ? theme.accentFill : theme.base);
    painter->drawEllipse(circle.adjusted(0.5, 0.5, -0.5, -0.5));
    if (on) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(enabled ? theme.onFill : theme.text3);
        painter->drawEllipse(circle.center(), 2.5, 2.5);
    }
    if (showsFocus(option)) {
        painter->setPen(QPen(theme.accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawEllipse(circle.adjusted(-1, -1, 1, 1));
    }
    painter->restore();
}

void paintComboBox(const QStyleOptionComboBox &option, const QRect &arrow, QPainter *painter)
{
    const auto theme = Theme::of(option.palette);
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const bool focused = isOn(option, QStyle::State_HasFocus) && (option.editable || showsFocus(option));
    const auto line = option.editable ? theme.field : theme.control;
    if (option.frame || !option.editable)
        paintBox(painter, option.rect, enabled ? panelFill(option, theme) : theme.track,
                 focused   ? theme.accent
                 : enabled ? line
                           : theme.line,
                 focused ? 2 : 1);
    paintIcon(painter, QRectF(arrow.center().x() - 6.5, arrow.center().y() - 6.5, 14, 14), u"chevrondown",
              enabled ? theme.text : theme.text3);
}

void paintSpinButtons(const QStyleOptionSpinBox &option, const QRect &up, const QRect &down, QPainter *painter)
{
    const auto theme = Theme::of(option.palette);
    const auto paintStep = [&](const QRect &rect, QStringView name, QAbstractSpinBox::StepEnabledFlag flag) {
        const bool enabled = isOn(option, QStyle::State_Enabled) && option.stepEnabled.testFlag(flag);
        paintIcon(painter, QRectF(rect.center().x() - 5.5, rect.center().y() - 5.5, 12, 12), name,
                  enabled ? theme.text2 : theme.text3);
    };
    paintStep(up, u"chevronup", QAbstractSpinBox::StepUpEnabled);
    paintStep(down, u"chevrondown", QAbstractSpinBox::StepDownEnabled);
}

QColor groundBeside(const QWidget *scrollBar, const QPalette &palette)
{
    for (const auto *widget = scrollBar; widget; widget = widget->parentWidget())
        if (const auto *area = qobject_cast<const QAbstractScrollArea *>(widget)) {
            const auto *ground = area->viewport();
            // A form brings a widget of its own.
            if (const auto *form = qobject_cast<const QScrollArea *>(area); form && form->widget())
                ground = form->widget();
            return ground->palette().color(ground->backgroundRole());
        }
    return palette.color(QPalette::Base);
}

void paintScrollBar(const QStyleOptionSlider &option, const QRect &slider, const QColor &ground, QPainter *painter)
{
    const auto theme = Theme::of(option.palette);
    const bool active = option.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider) &&
                        (isOn(option, QStyle::State_MouseOver) || isOn(option, QStyle::State_Sunken));
    painter->fillRect(option.rect, ground);
    if (option.maximum <= option.minimum)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(active ? theme.field : theme.control);
    const auto handle = QRectF(slider).adjusted(3, 3, -3, -3);
    const auto round = std::min(handle.width(), handle.height()) / 2;
    painter->drawRoundedRect(handle, round, round);
    painter->restore();
}

void paintSlider(const QStyleOptionSlider &option, const QRect &groove, const QRect &handle, QPainter *painter)
{
    const auto theme = Theme::of(option.palette);
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const bool horizontal = option.orientation == Qt::Horizontal;
    auto line = QRectF(groove);
    if (horizontal)
        line = QRectF(groove.left(), groove.center().y() - 1.5, groove.width(), 4);
    else
        line = QRectF(groove.center().x() - 1.5, groove.top(), 4, groove.height());
    auto filled = line;
    if (horizontal)
        filled.setRight(handle.center().x());
    else
        filled.setTop(handle.center().y());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.track);
    painter->drawRoundedRect(line, 2, 2);
    painter->setBrush(enabled ? theme.accentFill : theme.control);
    painter->drawRoundedRect(filled, 2, 2);
    painter->setPen(QPen(enabled ? theme.accentFill : theme.control, showsFocus(option) ? 3 : 1.5));
    painter->setBrush(theme.base);
    painter->drawEllipse(QPointF(handle.center()) + QPointF(0.5, 0.5), 6.5, 6.5);
    painter->restore();
}

void paintProgress(const QStyleOptionProgressBar &option, QPainter *painter)
{
    const auto theme = Theme::of(option.palette);
    const QRectF groove(option.rect.left(), option.rect.center().y() - 1.5, option.rect.width(), 4);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.track);
    painter->drawRoundedRect(groove, 2, 2);
    const double range = double(option.maximum) - option.minimum;
    auto filled = groove;
    // Without a known end a third of the bar is filled; the open ring says that something moves.
    filled.setWidth(groove.width() * (range > 0 ? (option.progress - option.minimum) / range : 1 / 3.0));
    painter->setBrush(theme.accentFill);
    if (filled.width() > 0)
        painter->drawRoundedRect(filled, 2, 2);
    painter->restore();
}

} // namespace xs::gui::common::controls
