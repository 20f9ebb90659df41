// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>

class QWidget;

namespace xs::gui::shell {

/// Asks before files of a folder are replaced that nobody has named, and calls `replace` when the answer is yes; at
/// once when there are none. Does not block. `title` says what writes them.
void askToReplace(const QString &title, const QStringList &files, QWidget *window, std::function<void()> replace);

} // namespace xs::gui::shell
