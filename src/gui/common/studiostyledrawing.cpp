// SPDX-License-Identifier: GPL-3.0-or-later
// Which painter draws which element.
#include "gui/common/studiostyle.h"

#include "gui/common/buttonlook.h"
#include "gui/common/stylecontrols.h"
#include "gui/common/styleoption.h"
#include "gui/common/stylesizes.h"
#include "gui/common/styleviews.h"
#include "gui/common/theme.h"

#include <QAbstractItemView>
#include <QPainter>

namespace xs::gui::common {

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
        if (controls::isWritable(widget))
            return controls::paintEditFrame(*option, painter, nullptr);
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
            controls::paintScrollBar(*bar, subControlRect(control, option, SC_ScrollBarSlider, widget),
                                     controls::groundBeside(widget, option->palette), painter);
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
