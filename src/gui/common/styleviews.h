// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyle>
#include <QStyleOption>

class QPainter;

namespace xs::gui::common {

/// How StudioStyle draws what surrounds content: rows, headers, tabs, docks, groups, menus. Each function draws one of
/// Qt's style elements from `option.palette`.
namespace views {

void paintRow(const QStyleOptionViewItem &option, QPainter *painter, const QWidget *widget);
void paintBranch(const QStyleOption &option, QPainter *painter);
void paintHeaderSection(const QStyleOptionHeader &option, QPainter *painter);
void paintHeaderLabel(const QStyleOptionHeader &option, QPainter *painter);
void paintTabShape(const QStyleOptionTab &option, QPainter *painter);
void paintTabLabel(const QStyleOptionTab &option, QPainter *painter);
void paintDockTitle(const QStyleOptionDockWidget &option, QPainter *painter);
void paintGroupBox(const QStyleOptionGroupBox &option, QPainter *painter, const QStyle &style, const QWidget *widget);
void paintMenuBarItem(const QStyleOptionMenuItem &option, QPainter *painter);
void paintMenuItem(const QStyleOptionMenuItem &option, QPainter *painter);
/// A line in the middle of a handle that is wider than it.
void paintSeparator(const QRect &rect, bool vertical, const QPalette &palette, QPainter *painter);

/// Where the parts of a cell are: 12 px from its edges, 6 px between icon and text.
QRect cellPart(QStyle::SubElement part, const QStyleOptionViewItem &option, int textMargin);

} // namespace views

} // namespace xs::gui::common
