// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMessageBox;

namespace xs::gui::common {

/// Makes a question so wide that a desktop has room for its title beside the marks of the title bar.
void setLeastWidth(QMessageBox &box);

} // namespace xs::gui::common
