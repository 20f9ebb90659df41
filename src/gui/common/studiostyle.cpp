// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/studiostyle.h"

#include "gui/common/buttonlook.h"
#include "gui/common/icons.h"
#include "gui/common/keycap.h"
#include "gui/common/stylecontrols.h"
#include "gui/common/styleviews.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QFontInfo>
#include <QPainter>
#include <QStyleOption>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::common {

namespace {

constexpr int bodyPixels = 13;
/// A system font beyond this was chosen by somebody who needs it large, and stays.
constexpr int ordinaryPixels = 16;
constexpr int controlHeight = 28;
constexpr int smallHeight = 24;
constexpr int rowHeight = 26;
constexpr int tabHeight = 32;
constexpr int edge = 12;

template <typename Option>
const Option *as(const QStyleOption *option)
{
    return qstyleoption_cast<const Option *>(option);
}

int heightOf(const QWidget *widget)
{
    return isSmallButton(widget) ? smallHeight : controlHeight;
}

/// Larger system fonts make controls grow with them.
int atLeast(int height, const QStyleOption *option)
{
    return option ? std::max(height, option->fontMetrics.height() + 8) : height;
}

QSize pushButtonSize(const QStyleOptionButton &option, const QWidget *widget)
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
    return {2 * edge + iconWidth + gap + textWidth + keyWidth, atLeast(heightOf(widget), &option)};
}

/// A menu's button says so with an arrow, unless it is a quiet mark, whose three dots say it.
bool hasArrow(const QStyleOptionToolButton &option, const QWidget *widget)
{
    const auto isMark = option.toolButtonStyle == Qt::ToolButtonIconOnly && buttonLook(widget) == ButtonLook::Quiet;
    return option.features.testFlag(QStyleOptionToolButton::HasMenu) && !isMark;
}

QSize toolButtonSize(const QStyleOptionToolButton &option, const QWidget *widget)
{
    const auto height = atLeast(heightOf(widget), &option);
    if (option.toolButtonStyle == Qt::ToolButtonIconOnly && !hasArrow(option, widget))
        return {height, height};
    const bool withIcon = !option.icon.isNull() && option.toolButtonStyle != Qt::ToolButtonTextOnly;
    const bool withText = !option.text.isEmpty() && option.toolButtonStyle != Qt::ToolButtonIconOnly;
    auto width = 2 * edge - 2;
    width += withIcon ? option.iconSize.width() : 0;
    // 600 is wider than 400; room for it keeps a row of segments still when another one is checked.
    auto strong = widget ? widget->font() : QFont();
    strong.setWeight(QFont::DemiBold);
    width += withText ? QFontMetrics(strong).size(Qt::TextShowMnemonic, option.text).width() : 0;
    width += withIcon && withText ? 6 : 0;
    width += hasArrow(option, widget) ? 18 : 0;
    return {width, height};
}

/// A tab keeps the room of its bold label, so that nothing moves when it is chosen.
int tabWidth(const QStyleOption *option, const QWidget *widget)
{
    const auto *tab = as<QStyleOptionTab>(option);
    if (!tab)
        return 0;
    const auto strong = fontFor(TextRole::Strong, widget ? widget->font() : QFont());
    const auto iconWidth = tab->icon.isNull() ? 0 : tab->iconSize.width() + 6;
    const auto buttons = tab->leftButtonSize.width() + tab->rightButtonSize.width();
    return 2 * edge + iconWidth + buttons + QFontMetrics(strong).size(Qt::TextShowMnemonic, tab->text).width() + 2;
}

/// The title stands above the box, not in its line.
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

void paintGroupBox(const QStyleOptionGroupBox &option, QPainter *painter, const QStyle &style, const QWidget *widget)
{
    const auto theme = Theme::of(option.palette);
    QStyleOption frame;
    frame.palette = option.palette;
    frame.rect = style.subControlRect(QStyle::CC_GroupBox, &option, QStyle::SC_GroupBoxFrame, widget);
    style.drawPrimitive(QStyle::PE_FrameGroupBox, &frame, painter, widget);
    painter->save();
    painter->setFont(fontFor(TextRole::Strong, painter->font()));
    painter->setPen(option.state.testFlag(QStyle::State_Enabled) ? theme.text : theme.text3);
    painter->drawText(style.subControlRect(QStyle::CC_GroupBox, &option, QStyle::SC_GroupBoxLabel, widget),
                      Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, option.text);
    painter->restore();
}

void paintToolButtonLabel(const QStyleOptionToolButton &option, QPainter *painter, const QWidget *widget)
{
    const auto theme = Theme::of(option.palette);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool calm = buttonLook(widget) == ButtonLook::Text;
    const bool on = option.state.testFlag(QStyle::State_On) && !calm;
    const bool filled = enabled && buttonLook(widget) == ButtonLook::Filled;
    const bool menu = hasArrow(option, widget);
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
    auto x = std::max(room.left() + (menu ? edge - 2 : 4), room.center().x() + 1 - (iconWidth + gap + textWidth) / 2);
    if (menu && withText)
        x = room.left() + edge - 1;
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

} // namespace

StudioStyle::StudioStyle(Scheme scheme) : QProxyStyle(u"Fusion"_s), m_scheme(scheme)
{
}

StudioStyle *StudioStyle::install(QApplication &application, Scheme scheme)
{
    auto font = application.font();
    if (const auto system = QFontInfo(font).pixelSize(); system <= ordinaryPixels)
        font.setPixelSize(bodyPixels);
    application.setFont(font);
    auto *style = new StudioStyle(scheme);
    application.setStyle(style);
    return style;
}

void StudioStyle::setScheme(Scheme scheme)
{
    m_scheme = scheme;
    // An empty palette makes Qt ask the platform and polish() again.
    QApplication::setPalette(QPalette());
}

QPalette StudioStyle::standardPalette() const
{
    return Theme::lightTheme().palette();
}

void StudioStyle::polish(QPalette &palette)
{
    const auto platform = Theme::forPlatform(palette);
    if (platform.highContrast || m_scheme == Scheme::System)
        palette = platform.palette();
    else
        palette = (m_scheme == Scheme::Dark ? Theme::darkTheme() : Theme::lightTheme()).palette();
}

void StudioStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (widget->inherits("QHeaderView") || widget->inherits("QTabBar") || widget->inherits("QAbstractSpinBox"))
        widget->setAttribute(Qt::WA_Hover);
}

int StudioStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_TreeViewIndentation:
        return 18;
    case PM_DefaultFrameWidth:
    case PM_SplitterWidth:
    case PM_ComboBoxFrameWidth:
    case PM_SpinBoxFrameWidth:
        return 1;
    case PM_DockWidgetSeparatorExtent:
        return 3;
    case PM_DockWidgetTitleMargin:
        return option ? std::max(0, (tabHeight - option->fontMetrics.height()) / 2) : 7;
    case PM_DockWidgetTitleBarButtonMargin:
        return 4;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_SmallIconSize:
    case PM_ToolBarIconSize:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 16;
    case PM_ButtonIconSize:
    case PM_TabBarIconSize:
    case PM_ListViewIconSize:
        return 14;
    case PM_FocusFrameHMargin:
        return 5;
    case PM_HeaderMargin:
        return 8;
    case PM_HeaderDefaultSectionSizeVertical:
        return rowHeight;
    case PM_ToolBarFrameWidth:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_MenuBarPanelWidth:
        return 0;
    case PM_ToolBarItemSpacing:
    case PM_ToolBarItemMargin:
    case PM_ToolBarSeparatorExtent:
        return 8;
    case PM_MenuBarItemSpacing:
        return 0;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuVMargin:
        return 4;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_SliderThickness:
    case PM_SliderControlThickness:
        return 20;
    case PM_SliderLength:
        return 16;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return 12;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int StudioStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                           QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_Widget_Animation_Duration:
        return m_motion ? QProxyStyle::styleHint(hint, option, widget, data) : 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
    case SH_DockWidget_ButtonsHaveFrame:
    case SH_ScrollBar_MiddleClickAbsolutePosition:
        return 0;
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    case SH_Table_GridLineColor:
        return static_cast<int>(Theme::of(QApplication::palette()).line.rgb());
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QIcon StudioStyle::standardIcon(StandardPixmap standard, const QStyleOption *option, const QWidget *widget) const
{
    switch (standard) {
    case SP_TitleBarCloseButton:
    case SP_DockWidgetCloseButton:
    case SP_LineEditClearButton:
    case SP_TabCloseButton:
        return icon(u"close", IconColor::Text2);
    case SP_TitleBarNormalButton:
        return icon(u"detach", IconColor::Text2);
    case SP_ToolBarHorizontalExtensionButton:
        return icon(u"more");
    default:
        return QProxyStyle::standardIcon(standard, option, widget);
    }
}

QSize StudioStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                    const QWidget *widget) const
{
    if (type == CT_PushButton)
        if (const auto *button = as<QStyleOptionButton>(option))
            return pushButtonSize(*button, widget);
    if (type == CT_ToolButton)
        if (const auto *button = as<QStyleOptionToolButton>(option))
            return toolButtonSize(*button, widget);
    auto result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_ComboBox:
        return {result.width() + 8, atLeast(heightOf(widget), option)};
    case CT_LineEdit:
    case CT_SpinBox:
        return {result.width(), atLeast(heightOf(widget), option)};
    case CT_ItemViewItem:
        return {result.width() + edge, std::max(result.height(), rowHeight)};
    case CT_HeaderSection:
        return {result.width() + 8, atLeast(rowHeight, option)};
    case CT_TabBarTab:
        return {tabWidth(option, widget), tabHeight};
    case CT_MenuBarItem:
        return {size.width() + 16, controlHeight};
    case CT_MenuItem: {
        const auto *item = as<QStyleOptionMenuItem>(option);
        if (item && item->menuItemType == QStyleOptionMenuItem::Separator)
            return {result.width(), 9};
        return {result.width() + 24, std::max(result.height(), rowHeight)};
    }
    default:
        return result;
    }
}

QRect StudioStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_ItemViewItemText || element == SE_ItemViewItemDecoration ||
        element == SE_ItemViewItemCheckIndicator) {
        const auto *item = as<QStyleOptionViewItem>(option);
        if (item && item->decorationPosition == QStyleOptionViewItem::Left && item->direction == Qt::LeftToRight)
            return views::cellPart(element, *item, pixelMetric(PM_FocusFrameHMargin, option, widget) + 1);
    }
    if (element == SE_LineEditContents)
        if (const auto *frame = as<QStyleOptionFrame>(option); frame && frame->lineWidth > 0)
            return option->rect.adjusted(6, 1, -6, -1);
    if (element == SE_ProgressBarGroove || element == SE_ProgressBarContents)
        return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect StudioStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                  const QWidget *widget) const
{
    if (control == CC_ComboBox && part == SC_ComboBoxArrow)
        return visualRect(option->direction, option->rect,
                          QRect(option->rect.right() - 23, option->rect.top(), 24, option->rect.height()));
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return visualRect(option->direction, option->rect, option->rect.adjusted(6, 1, -24, -1));
    if (control == CC_GroupBox)
        return groupBoxPart(option->rect, part, QProxyStyle::subControlRect(control, option, part, widget));
    if (control == CC_SpinBox && part == SC_SpinBoxEditField)
        return QProxyStyle::subControlRect(control, option, part, widget).adjusted(5, 0, 0, 0);
    if (control == CC_ScrollBar) {
        // No arrows: the groove takes all of the bar.
        if (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine)
            return {};
        if (part == SC_ScrollBarGroove)
            return option->rect;
        if (const auto *bar = as<QStyleOptionSlider>(option); bar && part == SC_ScrollBarSlider) {
            const bool flat = bar->orientation == Qt::Horizontal;
            const int room = flat ? bar->rect.width() : bar->rect.height();
            const auto range = qint64(bar->maximum) - bar->minimum;
            const int length = range > 0 ? std::clamp<int>(int(qint64(bar->pageStep) * room / (range + bar->pageStep)),
                                                           std::min(32, room), room)
                                         : room;
            const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, room - length,
                                                      bar->upsideDown);
            return flat ? visualRect(bar->direction, bar->rect, QRect(start, 0, length, bar->rect.height()))
                        : QRect(0, start, bar->rect.width(), length);
        }
        if (part == SC_ScrollBarAddPage || part == SC_ScrollBarSubPage) {
            const auto slider = subControlRect(control, option, SC_ScrollBarSlider, widget);
            const auto *bar = as<QStyleOptionSlider>(option);
            const bool flat = bar && bar->orientation == Qt::Horizontal;
            auto rest = option->rect;
            if (part == SC_ScrollBarSubPage)
                flat ? rest.setRight(slider.left() - 1) : rest.setBottom(slider.top() - 1);
            else
                flat ? rest.setLeft(slider.right() + 1) : rest.setTop(slider.bottom() + 1);
            return rest;
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

void StudioStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    const auto theme = Theme::of(option->palette);
    switch (element) {
    case PE_PanelButtonCommand:
        return controls::paintButtonPanel(*option, painter, widget);
    case PE_PanelButtonTool:
        return controls::paintToolButtonPanel(*option, painter, widget);
    case PE_PanelLineEdit:
        if (const auto *frame = as<QStyleOptionFrame>(option); frame && frame->lineWidth > 0)
            return controls::paintEditFrame(*option, painter, widget);
        return;
    case PE_FrameLineEdit:
        return controls::paintEditFrame(*option, painter, widget);
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return controls::paintCheckBox(*option, painter);
    case PE_IndicatorRadioButton:
        return controls::paintRadioButton(*option, painter);
    case PE_PanelItemViewRow:
    case PE_PanelItemViewItem:
        if (const auto *item = as<QStyleOptionViewItem>(option))
            return views::paintRow(*item, painter, widget);
        return;
    case PE_IndicatorBranch:
        return views::paintBranch(*option, painter);
    case PE_FrameFocusRect:
        // Rows show focus as selection; a ring around each cell would be noise.
        if (!qobject_cast<const QAbstractItemView *>(widget))
            controls::paintFocusRing(*option, painter);
        return;
    case PE_Frame:
        painter->setPen(theme.line);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), theme.line);
        return;
    case PE_FrameStatusBarItem:
    case PE_FrameDockWidget:
    case PE_FrameTabWidget:
        return;
    case PE_PanelTipLabel:
    case PE_FrameMenu:
    case PE_PanelMenu:
        painter->fillRect(option->rect, element == PE_PanelTipLabel ? theme.panel : theme.base);
        painter->setPen(theme.control);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_FrameGroupBox:
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(theme.line);
        painter->setBrush(theme.base);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        painter->restore();
        return;
    case PE_IndicatorDockWidgetResizeHandle:
        return views::paintSeparator(option->rect, option->rect.height() > option->rect.width(), option->palette,
                                     painter);
    case PE_IndicatorToolBarSeparator:
        painter->fillRect(QRect(option->rect.center().x(), option->rect.center().y() - 8, 1, 18), theme.line);
        return;
    case PE_PanelStatusBar:
        painter->fillRect(option->rect, theme.window);
        painter->fillRect(QRect(option->rect.left(), option->rect.top(), option->rect.width(), 1), theme.line);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void StudioStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonBevel:
        return controls::paintButtonPanel(*option, painter, widget);
    case CE_PushButtonLabel:
        if (const auto *button = as<QStyleOptionButton>(option)) {
            painter->save();
            auto font = widget ? widget->font() : painter->font();
            auto drawn = *button;
            if (buttonLook(widget) == ButtonLook::Filled)
                font.setWeight(QFont::DemiBold);
            painter->setFont(font);
            drawn.fontMetrics = QFontMetrics(font);
            controls::paintButtonLabel(drawn, painter, widget);
            painter->restore();
        }
        return;
    case CE_ToolButtonLabel:
        if (const auto *button = as<QStyleOptionToolButton>(option))
            return paintToolButtonLabel(*button, painter, widget);
        return;
    case CE_ItemViewItem:
        if (const auto *item = as<QStyleOptionViewItem>(option)) {
            // Qt would draw the icon of an open row as "on", which means "checked" here.
            auto closed = *item;
            closed.state.setFlag(State_Open, false);
            return QProxyStyle::drawControl(element, &closed, painter, widget);
        }
        return;
    case CE_HeaderSection:
        if (const auto *header = as<QStyleOptionHeader>(option))
            return views::paintHeaderSection(*header, painter);
        return;
    case CE_HeaderEmptyArea: {
        QStyleOptionHeader header;
        header.QStyleOption::operator=(*option);
        return views::paintHeaderSection(header, painter);
    }
    case CE_HeaderLabel:
        if (const auto *header = as<QStyleOptionHeader>(option))
            return views::paintHeaderLabel(*header, painter);
        return;
    case CE_Header:
        drawControl(CE_HeaderSection, option, painter, widget);
        return drawControl(CE_HeaderLabel, option, painter, widget);
    case CE_TabBarTabShape:
        if (const auto *tab = as<QStyleOptionTab>(option))
            return views::paintTabShape(*tab, painter);
        return;
    case CE_TabBarTabLabel:
        if (const auto *tab = as<QStyleOptionTab>(option))
            return views::paintTabLabel(*tab, painter);
        return;
    case CE_DockWidgetTitle:
        if (const auto *dock = as<QStyleOptionDockWidget>(option))
            return views::paintDockTitle(*dock, painter);
        return;
    case CE_MenuBarItem:
        if (const auto *item = as<QStyleOptionMenuItem>(option))
            return views::paintMenuBarItem(*item, painter);
        return;
    case CE_MenuItem:
        if (const auto *item = as<QStyleOptionMenuItem>(option))
            return views::paintMenuItem(*item, painter);
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, Theme::of(option->palette).window);
        return;
    case CE_ToolBar: {
        const auto theme = Theme::of(option->palette);
        painter->fillRect(option->rect, theme.window);
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), theme.line);
        return;
    }
    case CE_Splitter:
        painter->fillRect(option->rect, Theme::of(option->palette).line);
        return;
    case CE_ProgressBar:
    case CE_ProgressBarContents:
        if (const auto *bar = as<QStyleOptionProgressBar>(option))
            controls::paintProgress(*bar, painter);
        return;
    case CE_ProgressBarGroove:
    case CE_ProgressBarLabel:
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void StudioStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                     const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox:
        if (const auto *combo = as<QStyleOptionComboBox>(option))
            controls::paintComboBox(*combo, subControlRect(control, option, SC_ComboBoxArrow, widget), painter);
        return;
    case CC_SpinBox:
        if (const auto *spin = as<QStyleOptionSpinBox>(option)) {
            if (spin->frame)
                controls::paintEditFrame(*option, painter, nullptr);
            if (spin->buttonSymbols != QAbstractSpinBox::NoButtons)
                controls::paintSpinButtons(*spin, subControlRect(control, option, SC_SpinBoxUp, widget),
                                           subControlRect(control, option, SC_SpinBoxDown, widget), painter);
        }
        return;
    case CC_ScrollBar:
        if (const auto *bar = as<QStyleOptionSlider>(option))
            controls::paintScrollBar(*bar, subControlRect(control, option, SC_ScrollBarSlider, widget), painter);
        return;
    case CC_Slider:
        if (const auto *slider = as<QStyleOptionSlider>(option))
            controls::paintSlider(*slider, subControlRect(control, option, SC_SliderGroove, widget),
                                  subControlRect(control, option, SC_SliderHandle, widget), painter);
        return;
    case CC_GroupBox:
        // A checkable group box stays Fusion's: this program has none.
        if (const auto *box = as<QStyleOptionGroupBox>(option); box && !(box->subControls & SC_GroupBoxCheckBox))
            return paintGroupBox(*box, painter, *this, widget);
        return QProxyStyle::drawComplexControl(control, option, painter, widget);
    case CC_ToolButton:
        if (const auto *button = as<QStyleOptionToolButton>(option)) {
            drawPrimitive(PE_PanelButtonTool, option, painter, widget);
            drawControl(CE_ToolButtonLabel, option, painter, widget);
            if (hasArrow(*button, widget)) {
                QStyleOptionComboBox arrow;
                arrow.QStyleOption::operator=(*option);
                arrow.editable = true;
                arrow.frame = false;
                controls::paintComboBox(
                    arrow, QRect(option->rect.right() - 23, option->rect.top(), 24, option->rect.height()), painter);
            }
        }
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

} // namespace xs::gui::common
