// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLineEdit;

namespace xs::gui::common {

/// Makes a field one to search with: a lens at its left, a cross to empty it. Both are buttons to a screen reader, and
/// have names.
void makeSearchEdit(QLineEdit &edit);

} // namespace xs::gui::common
