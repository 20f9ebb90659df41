// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace xs {

/// SHA-256 of a file's content in lower-case hex; empty when it cannot be read. Any thread.
QString sha256OfFile(const QString &path);

} // namespace xs
