// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/cli/commandtable.h"

namespace xs::cli {

/// What --help prints, and the same as a manual page: both made of the table of commands.

/// All commands, or those of a group ("jobs").
QString helpOfAll(const QString &group = {});
QString helpOf(const CommandSpec &command);
/// For man(7).
QString manualPage();

} // namespace xs::cli
