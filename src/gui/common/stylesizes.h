// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyle>
#include <QStyleOption>

#include <optional>

namespace xs::gui::common {

/// How large StudioStyle makes things, in device-independent pixels.
namespace sizes {

constexpr int controlHeight = 28;
constexpr int rowHeight = 26;
constexpr int tabHeight = 32;
/// Between the edge of a control and what it shows.
constexpr int edge = 12;
/// Of text that is a button.
constexpr int textMargin = 4;

/// What the style itself decides of Qt's measures; nullopt leaves one to the style below.
std::optional<int> metric(QStyle::PixelMetric metric, const QStyleOption *option);

/// 28, or 24 for a small button.
int buttonHeight(const QWidget *widget);

/// Larger system fonts make controls grow with them.
int atLeast(int height, const QStyleOption *option);

QSize pushButton(const QStyleOptionButton &option, const QWidget *widget);
/// A menu's button says so with an arrow, unless it is a quiet mark, whose three dots say it.
bool hasMenuArrow(const QStyleOptionToolButton &option, const QWidget *widget);
QSize toolButton(const QStyleOptionToolButton &option, const QWidget *widget);

/// A tab keeps the room of its bold label, so that nothing moves when it is chosen.
int tabWidth(const QStyleOptionTab &option, const QWidget *widget);

/// The title of a group stands above its box, not in its line.
QRect groupBoxPart(const QRect &box, QStyle::SubControl part, const QRect &otherwise);

/// A scroll bar has no arrows: its groove takes all of it. nullopt for parts that it does not know.
std::optional<QRect> scrollBarPart(const QStyleOptionSlider &bar, QStyle::SubControl part);

} // namespace sizes

} // namespace xs::gui::common
