// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAbstractButton;
class QToolButton;
class QWidget;

namespace xs::gui::common {

/// How StudioStyle draws a push or tool button. A screen has at most one Filled button.
enum class ButtonLook {
    Plain,        ///< outlined, on the ground of editors
    Filled,       ///< accent fill, white text in 600
    Quiet,        ///< no outline until it is hovered, pressed or checked
    Text,         ///< like Quiet, but calm when checked: only its words and icon show the state
    SegmentFirst, ///< parts of a SegmentBar
    SegmentMiddle,
    SegmentLast,
};

void setButtonLook(QWidget *button, ButtonLook look);
ButtonLook buttonLook(const QWidget *button);

/// 24 px instead of 28 px high.
void setSmallButton(QWidget *button);
bool isSmallButton(const QWidget *button);

/// Shows a key behind the text of a push button, as in "Confirm [Enter]". It does not bind the key.
void setKeyCap(QAbstractButton *button, const QString &key);
QString keyCap(const QWidget *button);

/// A quiet button that shows only an icon: its label is the accessible name and, with the key, the tooltip.
/// `objectName` is how tests find it.
QToolButton *makeIconButton(QStringView iconName, const QString &label, const QString &objectName, QWidget *parent,
                            const QString &key = {});

} // namespace xs::gui::common
