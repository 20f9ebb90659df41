// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace xs::gui::common {

/// Keeps the wheel from changing a choice or a number over which the pointer happens to stand while a form is
/// scrolled: it does so only where the keyboard is, and else goes on to what scrolls. Installed by StudioStyle.
class WheelGuard final : public QObject
{
    Q_OBJECT

public:
    /// Combo boxes and spin boxes are guarded, anything else is left alone.
    void guard(QWidget &widget);

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace xs::gui::common
