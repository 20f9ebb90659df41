// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/studiostyle.h"

#include "gui/common/buttonlook.h"
#include "gui/common/icons.h"
#include "gui/common/keycap.h"
#include "gui/common/stylecontrols.h"
#include "gui/common/stylesizes.h"
#include "gui/common/styleviews.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLabel>
#include <QPainter>
#include <QScreen>
#include <QStyleOption>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::common {

namespace {

constexpr int bodyPixels = 13;
/// A system font beyond this was chosen by somebody who needs it large, and stays.
constexpr int ordinaryPixels = 16;
template <typename Option>
const Option *as(const QStyleOption *option)
{
    return qstyleoption_cast<const Option *>(option);
}

} // namespace

StudioStyle::StudioStyle(Scheme scheme) : QProxyStyle(u"Fusion"_s), m_scheme(scheme)
{
}

StudioStyle *StudioStyle::install(QApplication &application, Scheme scheme)
{
    auto font = application.font();
    // What QFontInfo would tell, without loading a font that nothing is written in.
    const auto *screen = QGuiApplication::primaryScreen();
    const auto system =
        font.pixelSize() > 0 || !screen ? font.pixelSize() : font.pointSizeF() * screen->logicalDotsPerInchY() / 72;
    if (system <= ordinaryPixels)
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
    m_wheel.guard(*widget);
    // Documents, servers and files are quoted everywhere, so only labels that ask for markup have it. A tooltip is a
    // label, too, and polished before it has its text.
    if (auto *label = qobject_cast<QLabel *>(widget); label && label->textFormat() == Qt::AutoText)
        label->setTextFormat(Qt::PlainText);
}

int StudioStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    if (const auto ours = sizes::metric(metric, option))
        return *ours;
    return QProxyStyle::pixelMetric(metric, option, widget);
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
    case SP_MessageBoxQuestion:
        return icon(u"question", IconColor::Accent);
    case SP_MessageBoxInformation:
        return icon(u"info", IconColor::Accent);
    case SP_MessageBoxWarning:
        return icon(u"warning", IconColor::Check);
    case SP_MessageBoxCritical:
        return icon(u"warning", IconColor::Low);
    default:
        return QProxyStyle::standardIcon(standard, option, widget);
    }
}

QSize StudioStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                    const QWidget *widget) const
{
    if (type == CT_PushButton)
        if (const auto *button = as<QStyleOptionButton>(option))
            return sizes::pushButton(*button, widget);
    if (type == CT_ToolButton)
        if (const auto *button = as<QStyleOptionToolButton>(option))
            return sizes::toolButton(*button, widget);
    auto result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_ComboBox:
        return {result.width() + 8, sizes::atLeast(sizes::buttonHeight(widget), option)};
    case CT_LineEdit:
    case CT_SpinBox:
        return {result.width(), sizes::atLeast(sizes::buttonHeight(widget), option)};
    case CT_ItemViewItem:
        return {result.width() + sizes::edge, std::max(result.height(), sizes::rowHeight)};
    case CT_HeaderSection:
        return {result.width() + 8, sizes::atLeast(sizes::rowHeight, option)};
    case CT_TabBarTab:
        if (const auto *tab = as<QStyleOptionTab>(option))
            return {sizes::tabWidth(*tab, widget), sizes::tabHeight};
        return result;
    case CT_MenuBarItem:
        return {size.width() + 16, sizes::controlHeight};
    case CT_MenuItem: {
        const auto *item = as<QStyleOptionMenuItem>(option);
        if (item && item->menuItemType == QStyleOptionMenuItem::Separator)
            return {result.width(), 9};
        return {result.width() + 24, std::max(result.height(), sizes::rowHeight)};
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
        return sizes::groupBoxPart(option->rect, part, QProxyStyle::subControlRect(control, option, part, widget));
    if (control == CC_SpinBox && part == SC_SpinBoxEditField)
        return QProxyStyle::subControlRect(control, option, part, widget).adjusted(5, 0, 0, 0);
    if (control == CC_ScrollBar)
        if (const auto *bar = as<QStyleOptionSlider>(option))
            if (const auto ours = sizes::scrollBarPart(*bar, part))
                return *ours;
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
        painter->setPen(controls::isWritable(widget) ? theme.field : theme.line);
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
            return controls::paintToolButtonLabel(*button, painter, widget);
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
            return views::paintGroupBox(*box, painter, *this, widget);
        return QProxyStyle::drawComplexControl(control, option, painter, widget);
    case CC_ToolButton:
        if (const auto *button = as<QStyleOptionToolButton>(option)) {
            drawPrimitive(PE_PanelButtonTool, option, painter, widget);
            drawControl(CE_ToolButtonLabel, option, painter, widget);
            if (sizes::hasMenuArrow(*button, widget)) {
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
