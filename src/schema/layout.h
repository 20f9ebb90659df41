// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QHash>

namespace xs::schema {

/// A schema as text for people: two blanks a level, and what fits on a line stands on one.
struct Layout
{
    QString text;
    /// The line (from 0) on which each place (JSON pointer) begins.
    QHash<QString, int> lines;
};

/// Lays out JSON; `width` is the length up to which an object or a list stays on one line.
Layout layOut(const Json &json, int width = 88);

} // namespace xs::schema
