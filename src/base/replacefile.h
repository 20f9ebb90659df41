// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"

#include <QString>

#include <functional>

namespace xs {

/// Has `write` fill a new file beside `path`, which takes its place only when that worked: for libraries that write
/// files themselves. The former file stays as it was otherwise. Errors: those of `write`; FileNotWritten.
Expected<void> replaceFile(const QString &path, const std::function<Expected<void>(const QString &temporary)> &write);

} // namespace xs
