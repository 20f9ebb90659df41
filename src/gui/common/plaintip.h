// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace xs::gui::common {

/// A text of a document, a schema or a server as a tooltip: its beginning, and as it stands. Qt takes what looks like
/// HTML for HTML, which would show other words than there are and open files that it names.
QString plainTip(const QString &text);

} // namespace xs::gui::common
