// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace xs::cli {

/// One line on standard error.
void say(const QString &line);
/// What happened and what to do about it, on standard error; `subject` (may be empty) goes before it.
void sayError(const Error &error, const QString &subject = {});
/// Text on standard output.
void print(const QString &text);

} // namespace xs::cli
