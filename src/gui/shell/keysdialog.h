// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QKeySequence>

class QMenuBar;

namespace xs::gui::shell {

/// A property of actions whose text changes: what they are called among the keys.
inline constexpr auto lastingName = "xsLastingName";

/// Every key of the window, by menu, with those that tables have beside. Scrolls where the screen is low. Deletes
/// itself when it is closed.
class KeysDialog final : public QDialog
{
    Q_OBJECT

public:
    KeysDialog(const QMenuBar &menus, QWidget *parent);
};

/// The keys as a person calls them: Enter, where Qt says Return.
QString keyText(const QKeySequence &keys);

} // namespace xs::gui::shell
