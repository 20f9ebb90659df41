// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace xs {

/// The records of a CSV text (RFC 4180; lines may end with \n, too). Cells are trimmed; separators and ends of lines in
/// quotes belong to a cell. Empty lines give no record.
QList<QStringList> csvRecords(const QString &text, QChar separator);

} // namespace xs
