// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/boxwidth.h"

#include <QLabel>
#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace xs::gui::common {

/// A box sizes itself by its labels and overrides a width of its own.
void setLeastWidth(QMessageBox &box)
{
    constexpr int leastText = 340;
    if (auto *label = box.findChild<QLabel *>(u"qt_msgbox_label"_s))
        label->setMinimumWidth(leastText);
}

} // namespace xs::gui::common
