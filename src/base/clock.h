// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace xs {

/// Where the time comes from; tests pass one that they can set.
class Clock
{
public:
    virtual ~Clock() = default;
    /// The present moment in UTC.
    virtual QDateTime now() const = 0;
};

class SystemClock final : public Clock
{
public:
    QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
};

} // namespace xs
