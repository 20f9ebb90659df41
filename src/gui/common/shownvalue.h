// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

namespace xs::gui::common {

/// So much of a value is shown in a cell or sentence; what is longer is seen whole where it is edited or exported.
inline constexpr qsizetype mostShown = 500;

/// A text in one line, as cells and sentences show it: of a long one the beginning and an ellipsis. Control characters
/// and marks that would turn the direction of what stands beside it are shown as U+FFFD.
QString shownText(const QString &text, qsizetype most = mostShown);
/// The same of a value, as displayText() writes it; a text of many megabytes is not copied whole.
QString shownText(const Json &value, qsizetype most = mostShown);

} // namespace xs::gui::common
