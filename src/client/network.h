// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/scheduler.h"
#include "client/retrypolicy.h"

namespace xs::client {

class AccessManager;
class ActivityLog;

/// What every call needs besides its connection. The objects belong to main() (or to a test) and outlive all
/// calls; everything lives in one thread.
struct Network
{
    AccessManager &manager;
    const Clock &clock;
    Scheduler &scheduler;
    RetryPolicy policy = {};
    /// Told of every request and answer; may be null.
    ActivityLog *activity = nullptr;
};

} // namespace xs::client
