// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace xs::cli {

/// The completion script of a shell ("bash", "zsh", "fish"), made of the table of commands; names of connections are
/// asked of the program when they are wanted.
QString completionFor(const QString &shell);

} // namespace xs::cli
