// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyleOption>

class QPainter;

namespace xs::gui::common {

/// How StudioStyle draws single controls. Each function draws one of Qt's style elements from `option.palette`.
namespace controls {

void paintButtonPanel(const QStyleOption &option, QPainter *painter, const QWidget *widget);
void paintButtonLabel(const QStyleOptionButton &option, QPainter *painter, const QWidget *widget);
void paintToolButtonPanel(const QStyleOption &option, QPainter *painter, const QWidget *widget);
void paintToolButtonLabel(const QStyleOptionToolButton &option, QPainter *painter, const QWidget *widget);
/// A text of several lines that can be written in: its outline is that of an edit.
bool isWritable(const QWidget *widget);
void paintEditFrame(const QStyleOption &option, QPainter *painter, const QWidget *widget);
void paintCheckBox(const QStyleOption &option, QPainter *painter);
void paintRadioButton(const QStyleOption &option, QPainter *painter);
void paintComboBox(const QStyleOptionComboBox &option, const QRect &arrow, QPainter *painter);
void paintSpinButtons(const QStyleOptionSpinBox &option, const QRect &up, const QRect &down, QPainter *painter);
/// What a scroll bar scrolls, whose ground goes on below it.
QColor groundBeside(const QWidget *scrollBar, const QPalette &palette);
void paintScrollBar(const QStyleOptionSlider &option, const QRect &slider, const QColor &ground, QPainter *painter);
void paintSlider(const QStyleOptionSlider &option, const QRect &groove, const QRect &handle, QPainter *painter);
void paintProgress(const QStyleOptionProgressBar &option, QPainter *painter);
void paintFocusRing(const QStyleOption &option, QPainter *painter);

} // namespace controls

} // namespace xs::gui::common
