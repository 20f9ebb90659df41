// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace xs::schema {

/// The cells of a line, with "quoted, ones" and doubled quotes; blanks around a cell go.
QStringList csvCells(const QString &line, QChar separator);

/// Values in one line, separated by commas and blanks; those that need it are quoted.
QString csvLine(const QStringList &values);

} // namespace xs::schema
