// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace xs::gui::shell {

/// Asks, before `window`, whether a connection is to be removed with its key; `jobs` of it are not over. Nothing
/// blocks.
void askAboutRemoving(const QString &connection, int jobs, QWidget *window, std::function<void()> remove);

} // namespace xs::gui::shell
