// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace xs {

/// The name of a file about something: "scan.json", and "scan-2.json" for the second of this name. A name that file
/// systems would not take (255 bytes), also with what it is called while it is written, loses the end of `base`.
QString numberedName(const QString &base, int number, const QString &suffix);

} // namespace xs
