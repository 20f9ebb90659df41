// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

namespace xs::cli {

/// Rows (the first is the head) as aligned columns with two blanks between them.
QString textTable(const std::vector<QStringList> &rows);

/// Without control characters: names and documents must not steer the terminal.
QString printable(QString text);
/// Printable, in one line, cut with … where it is longer than a column should be.
QString shortened(const QString &text);

} // namespace xs::cli
