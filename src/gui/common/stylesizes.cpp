// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/stylesizes.h"

#include "gui/common/buttonlook.h"
#include "gui/common/keycap.h"
#include "gui/common/theme.h"

#include <QWidget>

#include <algorithm>

namespace xs::gui::common::sizes {

namespace {

constexpr int smallHeight = 24;
constexpr int shortestSlider = 32;

QRect sliderOf(const QStyleOptionSlider &bar)
{
    const bool flat = bar.orientation == Qt::Horizontal;
    const int room = flat ? bar.rect.width() : bar.rect.height();
    const auto range = qint64(bar.maximum) - bar.minimum;
    const int length = range > 0 ? std::clamp<int>(int(qint64(bar.pageStep) * room / (range + bar.pageStep)),
                                                   std::min(shortestSlider, room), room)
                                 : room;
    const int start =
        QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, room - length, bar.upsideDown);
    return flat ? QStyle::visualRect(bar.direction, bar.rect, QRect(start, 0, length, bar.rect.height()))
                : QRect(0, start, bar.rect.width(), length);
}

} // namespace

std::optional<int> metric(QStyle::PixelMetric metric, const QStyleOption *option)
{
    switch (metric) {
    case QStyle::PM_TreeViewIndentation:
        return 18;
    case QStyle::PM_DefaultFrameWidth:
    case QStyle::PM_SplitterWidth:
    case QStyle::PM_ComboBoxFrameWidth:
    case QStyle::PM_SpinBoxFrameWidth:
        return 1;
    case QStyle::PM_DockWidgetSeparatorExtent:
        return 3;
    case QStyle::PM_DockWidgetTitleMargin:
        return option ? std::max(0, (tabHeight - option->fontMetrics.height()) / 2) : 7;
    case QStyle::PM_DockWidgetTitleBarButtonMargin:
        return 4;
    case QStyle::PM_ScrollBarExtent:
        return 12;
    case QStyle::PM_ScrollBarSliderMin:
        return shortestSlider;
    case QStyle::PM_SmallIconSize:
    case QStyle::PM_ToolBarIconSize:
    case QStyle::PM_IndicatorWidth:
    case QStyle::PM_IndicatorHeight:
    case QStyle::PM_ExclusiveIndicatorWidth:
    case QStyle::PM_ExclusiveIndicatorHeight:
        return 16;
    case QStyle::PM_ButtonIconSize:
    case QStyle::PM_TabBarIconSize:
    case QStyle::PM_ListViewIconSize:
        return 14;
    case QStyle::PM_FocusFrameHMargin:
        return 5;
    case QStyle::PM_HeaderMargin:
        return 8;
    case QStyle::PM_HeaderDefaultSectionSizeVertical:
        return rowHeight;
    case QStyle::PM_ToolBarFrameWidth:
    case QStyle::PM_TabBarTabShiftVertical:
    case QStyle::PM_TabBarTabShiftHorizontal:
    case QStyle::PM_TabBarTabOverlap:
    case QStyle::PM_TabBarBaseOverlap:
    case QStyle::PM_ButtonShiftHorizontal:
    case QStyle::PM_ButtonShiftVertical:
    case QStyle::PM_MenuBarPanelWidth:
        return 0;
    case QStyle::PM_ToolBarItemSpacing:
    case QStyle::PM_ToolBarItemMargin:
    case QStyle::PM_ToolBarSeparatorExtent:
        return 8;
    case QStyle::PM_MenuBarItemSpacing:
        return 0;
    case QStyle::PM_MenuPanelWidth:
        return 1;
    case QStyle::PM_MenuVMargin:
        return 4;
    case QStyle::PM_CheckBoxLabelSpacing:
    case QStyle::PM_RadioButtonLabelSpacing:
        return 8;
    case QStyle::PM_SliderThickness:
    case QStyle::PM_SliderControlThickness:
        return 20;
    case QStyle::PM_SliderLength:
        return 16;
    case QStyle::PM_LayoutLeftMargin:
    case QStyle::PM_LayoutTopMargin:
    case QStyle::PM_LayoutRightMargin:
    case QStyle::PM_LayoutBottomMargin:
        return 12;
    case QStyle::PM_LayoutHorizontalSpacing:
    case QStyle::PM_LayoutVerticalSpacing:
        return 8;
    default:
        return std::nullopt;
    }
}

int buttonHeight(const QWidget *widget)
{
    return isSmallButton(widget) ? smallHeight : controlHeight;
}

int atLeast(int height, const QStyleOption *option)
{
    return option ? std::max(height, option->fontMetrics.height() + 8) : height;
}

QSize pushButton(const QStyleOptionButton &option, const QWidget *widget)
{
    const auto iconWidth = option.icon.isNull() ? 0 : option.iconSize.width();
    // A filled button's text is 600, which is wider.
    auto font = widget ? widget->font() : QFont();
    if (buttonLook(widget) == ButtonLook::Filled)
        font.setWeight(QFont::DemiBold);
    const auto textWidth = QFontMetrics(font).size(Qt::TextShowMnemonic, option.text).width();
    const auto key = keyCap(widget);
    const auto keyWidth = key.isEmpty() ? 0 : keyCapWidth(key, font) + 8;
    const auto gap = iconWidth > 0 && textWidth > 0 ? 6 : 0;
    return {2 * edge + iconWidth + gap + textWidth + keyWidth, atLeast(buttonHeight(widget), &option)};
}

bool hasMenuArrow(const QStyleOptionToolButton &option, const QWidget *widget)
{
    const auto isMark = option.toolButtonStyle == Qt::ToolButtonIconOnly && buttonLook(widget) == ButtonLook::Quiet;
    return option.features.testFlag(QStyleOptionToolButton::HasMenu) && !isMark;
}

QSize toolButton(const QStyleOptionToolButton &option, const QWidget *widget)
{
    const auto height = atLeast(buttonHeight(widget), &option);
    if (option.toolButtonStyle == Qt::ToolButtonIconOnly && !hasMenuArrow(option, widget))
        return {height, height};
    const bool withIcon = !option.icon.isNull() && option.toolButtonStyle != Qt::ToolButtonTextOnly;
    const bool withText = !option.text.isEmpty() && option.toolButtonStyle != Qt::ToolButtonIconOnly;
    const auto isText = buttonLook(widget) == ButtonLook::Text;
    // Text that is a button stands where other text begins.
    auto width = isText ? 2 * textMargin : 2 * edge - 2;
    width += withIcon ? option.iconSize.width() : 0;
    // 600 is wider than 400; room for it keeps a row of segments still when another one is checked.
    auto font = widget ? widget->font() : QFont();
    if (isText)
        font = fontFor(TextRole::Secondary, font);
    else
        font.setWeight(QFont::DemiBold);
    width += withText ? QFontMetrics(font).size(Qt::TextShowMnemonic, option.text).width() : 0;
    width += withIcon && withText ? 6 : 0;
    width += hasMenuArrow(option, widget) ? 18 : 0;
    return {width, height};
}

int tabWidth(const QStyleOptionTab &option, const QWidget *widget)
{
    const auto strong = fontFor(TextRole::Strong, widget ? widget->font() : QFont());
    const auto iconWidth = option.icon.isNull() ? 0 : option.iconSize.width() + 6;
    const auto buttons = option.leftButtonSize.width() + option.rightButtonSize.width();
    return 2 * edge + iconWidth + buttons + QFontMetrics(strong).size(Qt::TextShowMnemonic, option.text).width() + 2;
}

QRect groupBoxPart(const QRect &box, QStyle::SubControl part, const QRect &otherwise)
{
    constexpr int titleHeight = 26;
    switch (part) {
    case QStyle::SC_GroupBoxLabel:
        return {box.left(), box.top(), box.width(), titleHeight - 6};
    case QStyle::SC_GroupBoxFrame:
        return box.adjusted(0, titleHeight, 0, 0);
    case QStyle::SC_GroupBoxContents:
        return box.adjusted(1, titleHeight + 1, -1, -1);
    default:
        return otherwise;
    }
}

std::optional<QRect> scrollBarPart(const QStyleOptionSlider &bar, QStyle::SubControl part)
{
    const bool flat = bar.orientation == Qt::Horizontal;
    const auto slider = sliderOf(bar);
    auto rest = bar.rect;
    switch (part) {
    case QStyle::SC_ScrollBarAddLine:
    case QStyle::SC_ScrollBarSubLine:
        return QRect();
    case QStyle::SC_ScrollBarGroove:
        return rest;
    case QStyle::SC_ScrollBarSlider:
        return slider;
    case QStyle::SC_ScrollBarSubPage:
        flat ? rest.setRight(slider.left() - 1) : rest.setBottom(slider.top() - 1);
        return rest;
    case QStyle::SC_ScrollBarAddPage:
        flat ? rest.setLeft(slider.right() + 1) : rest.setTop(slider.bottom() + 1);
        return rest;
    default:
        return std::nullopt;
    }
}

} // namespace xs::gui::common::sizes
