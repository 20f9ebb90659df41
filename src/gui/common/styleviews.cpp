// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/styleviews.h"

#include "gui/common/icons.h"
#include "gui/common/theme.h"

#include <QPainter>
#include <QWidget>

#include <algorithm>

namespace xs::gui::common::views {

namespace {

constexpr int edge = 12;
constexpr int iconTextGap = 6;
constexpr int selectionBar = 3;
constexpr int checkSide = 16;

bool isOn(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

} // namespace

void paintRow(const QStyleOptionViewItem &option, QPainter *painter, const QWidget *widget)
{
    const auto theme = Theme::of(option.palette);
    if (option.features.testFlag(QStyleOptionViewItem::Alternate))
        painter->fillRect(option.rect, theme.alternate);
    if (option.backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option.rect, option.backgroundBrush);
    if (!isOn(option, QStyle::State_Selected))
        return;
    painter->fillRect(option.rect, theme.accentSoft);
    const bool atLeftEdge = widget ? option.rect.left() <= 0 : true;
    if (atLeftEdge)
        painter->fillRect(QRect(0, option.rect.top(), selectionBar, option.rect.height()), theme.accent);
}

void paintBranch(const QStyleOption &option, QPainter *painter)
{
    if (!isOn(option, QStyle::State_Children))
        return;
    const QRectF place(option.rect.right() - 13, option.rect.center().y() - 6.5, 14, 14);
    paintIcon(painter, place, isOn(option, QStyle::State_Open) ? u"chevrondown" : u"chevronright",
              Theme::of(option.palette).text2);
}

void paintHeaderSection(const QStyleOptionHeader &option, QPainter *painter)
{
    const auto theme = Theme::of(option.palette);
    painter->fillRect(option.rect, theme.panel);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.line);
}

void paintHeaderLabel(const QStyleOptionHeader &option, QPainter *painter)
{
    constexpr int arrowSide = 12;
    const auto theme = Theme::of(option.palette);
    const bool sorted = option.sortIndicator != QStyleOptionHeader::None;
    const auto place = option.rect.adjusted(edge, 0, -edge, 0);
    const auto textWidth = place.width() - (sorted ? arrowSide + 2 : 0);
    painter->save();
    painter->setFont(fontFor(TextRole::Header, painter->font()));
    const auto text = QFontMetrics(painter->font()).elidedText(option.text, Qt::ElideRight, textWidth);
    painter->setPen(sorted ? theme.text : theme.text2);
    const auto alignment = (option.textAlignment & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter;
    QRect drawn;
    painter->drawText(QRect(place.left(), place.top(), textWidth, place.height()), int(alignment), text, &drawn);
    painter->restore();
    if (sorted)
        paintIcon(painter, QRectF(drawn.right() + 3, place.center().y() - 5.5, arrowSide, arrowSide),
                  option.sortIndicator == QStyleOptionHeader::SortUp ? u"chevronup" : u"chevrondown", theme.text2);
}

void paintTabShape(const QStyleOptionTab &option, QPainter *painter)
{
    const auto theme = Theme::of(option.palette);
    painter->fillRect(option.rect, theme.panel);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.line);
    if (isOn(option, QStyle::State_Selected))
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom() - 1, option.rect.width(), 2), theme.accent);
}

void paintTabLabel(const QStyleOptionTab &option, QPainter *painter)
{
    const auto theme = Theme::of(option.palette);
    const bool selected = isOn(option, QStyle::State_Selected);
    const bool enabled = isOn(option, QStyle::State_Enabled);
    auto place = option.rect.adjusted(edge, 0, -edge, 0);
    if (!option.icon.isNull()) {
        const auto side = option.iconSize.width();
        option.icon.paint(painter, QRect(place.left(), place.top(), side, place.height()), Qt::AlignCenter,
                          enabled ? QIcon::Normal : QIcon::Disabled);
        place.setLeft(place.left() + side + iconTextGap);
    }
    painter->save();
    painter->setFont(selected ? fontFor(TextRole::Strong, painter->font()) : painter->font());
    painter->setPen(!enabled                                            ? theme.text3
                    : selected || isOn(option, QStyle::State_MouseOver) ? theme.text
                                                                        : theme.text2);
    painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, option.text);
    if (isOn(option, QStyle::State_HasFocus) && isOn(option, QStyle::State_KeyboardFocusChange)) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(theme.accent, 2));
        painter->drawRoundedRect(QRectF(option.rect).adjusted(3, 3, -3, -4), 5, 5);
    }
    painter->restore();
}

void paintDockTitle(const QStyleOptionDockWidget &option, QPainter *painter)
{
    const auto theme = Theme::of(option.palette);
    painter->fillRect(option.rect, theme.panel);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.line);
    painter->save();
    painter->setFont(fontFor(TextRole::Strong, painter->font()));
    painter->setPen(theme.text);
    const auto place = option.rect.adjusted(edge, 0, -edge, 0);
    painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(option.title, Qt::ElideRight, place.width()));
    painter->restore();
}

void paintMenuBarItem(const QStyleOptionMenuItem &option, QPainter *painter)
{
    const auto theme = Theme::of(option.palette);
    painter->fillRect(option.rect, theme.window);
    const bool enabled = isOn(option, QStyle::State_Enabled);
    if (enabled && (isOn(option, QStyle::State_Selected) || isOn(option, QStyle::State_Sunken))) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.track);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(0, 2, 0, -2), 5, 5);
        painter->restore();
    }
    painter->setPen(enabled ? theme.text : theme.text3);
    painter->drawText(option.rect, Qt::AlignCenter | Qt::TextShowMnemonic, option.text);
}

void paintMenuItem(const QStyleOptionMenuItem &option, QPainter *painter)
{
    constexpr int markColumn = 30;
    const auto theme = Theme::of(option.palette);
    const bool enabled = isOn(option, QStyle::State_Enabled);
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(QRect(option.rect.left() + 8, option.rect.center().y(), option.rect.width() - 16, 1),
                          theme.line);
        return;
    }
    if (enabled && isOn(option, QStyle::State_Selected))
        painter->fillRect(option.rect.adjusted(4, 0, -4, 0), theme.accentSoft);
    const QRect mark(option.rect.left() + 8, option.rect.top(), 18, option.rect.height());
    if (option.checkType != QStyleOptionMenuItem::NotCheckable) {
        if (option.checked)
            paintIcon(painter, QRectF(mark).adjusted(2, 0, -2, 0), u"check", enabled ? theme.accent : theme.text3);
    } else if (!option.icon.isNull()) {
        const auto side = std::min(16, mark.height());
        option.icon.paint(painter, QRect(mark.left() + 1, mark.center().y() - side / 2 + 1, side, side),
                          Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    }
    const auto parts = option.text.split(QLatin1Char('\t'));
    const auto place = option.rect.adjusted(markColumn, 0, -edge, 0);
    painter->save();
    painter->setFont(option.font);
    painter->setPen(enabled ? theme.text : theme.text3);
    painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, parts.first());
    if (parts.size() > 1) {
        painter->setPen(theme.text3);
        painter->drawText(place, Qt::AlignVCenter | Qt::AlignRight, parts.at(1));
    }
    painter->restore();
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        paintIcon(painter, QRectF(option.rect.right() - 18, option.rect.center().y() - 6.5, 14, 14), u"chevronright",
                  enabled ? theme.text2 : theme.text3);
}

void paintSeparator(const QRect &rect, bool vertical, const QPalette &palette, QPainter *painter)
{
    const auto theme = Theme::of(palette);
    painter->fillRect(rect, theme.panel);
    if (vertical)
        painter->fillRect(QRect(rect.left() + rect.width() / 2, rect.top(), 1, rect.height()), theme.line);
    else
        painter->fillRect(QRect(rect.left(), rect.top() + rect.height() / 2, rect.width(), 1), theme.line);
}

QRect cellPart(QStyle::SubElement part, const QStyleOptionViewItem &option, int textMargin)
{
    auto left = option.rect.left() + edge;
    const auto middle = [&](int x, const QSize &size) {
        return QRect(QPoint(x, option.rect.top() + (option.rect.height() - size.height()) / 2), size);
    };
    if (option.features.testFlag(QStyleOptionViewItem::HasCheckIndicator)) {
        if (part == QStyle::SE_ItemViewItemCheckIndicator)
            return middle(left, QSize(checkSide, checkSide));
        left += checkSide + iconTextGap;
    }
    if (option.features.testFlag(QStyleOptionViewItem::HasDecoration)) {
        if (part == QStyle::SE_ItemViewItemDecoration)
            return middle(left, option.decorationSize);
        left += option.decorationSize.width() + iconTextGap;
    }
    return QRect(QPoint(left - textMargin, option.rect.top()),
                 QPoint(option.rect.right() - edge + textMargin, option.rect.bottom()));
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

} // namespace xs::gui::common::views
