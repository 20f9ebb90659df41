// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <functional>

class QWidget;

namespace xs::gui::shell {

/// Asks before the window closes although its unsaved work could not be kept because of `error`, and calls `close`
/// when the answer is yes. Does not block; asks once at a time.
void askAboutClosing(const Error &error, QWidget *window, std::function<void()> close);

} // namespace xs::gui::shell
