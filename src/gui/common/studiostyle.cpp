// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/studiostyle.h"

#include "gui/common/buttonlook.h"
#include "gui/common/icons.h"
#include "gui/common/keycap.h"
#include "gui/common/stylecontrols.h"
#include "gui/common/styleoption.h"
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
    // Room for round corners around the text.
    if (metric == PM_DefaultFrameWidth && controls::isWritable(widget))
        return 2;
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

} // namespace xs::gui::common
