// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace xs {

/// Steps of JSON pointers (RFC 6901): in them `~` is written `~0` and `/` is written `~1`.

/// A member name as one step of a pointer.
QString pointerStep(QString name);
/// The member name that a step means.
QString nameOfStep(QString step);

} // namespace xs
