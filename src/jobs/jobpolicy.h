// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

namespace xs::jobs {

using std::chrono::milliseconds;

/// Numbers that steer the job queue.
struct JobPolicy
{
    /// How many uploads, creates and reads run at the same time.
    int uploadsInFlight = 2;
    int createsInFlight = 2;
    int readsInFlight = 4;
    /// From this many open jobs of a connection on, they are read with list calls, `jobsPerList` in each.
    int listFrom = 6;
    int jobsPerList = 100;
    /// So many stored jobs are read in one go at the start; the event loop runs in between.
    int jobsPerLoad = 500;
    /// Part of a poll's wait that is left to chance, in both directions.
    double jitter = 0.10;
    /// Waits while the server cannot be reached: growing from the first to the longest.
    milliseconds firstTroubleWait{1'000};
    milliseconds longestTroubleWait{60'000};
    /// How long a job may wait for a server that cannot be reached before it fails; none means for ever.
    std::optional<milliseconds> patience;
    /// A create whose answer was lost is looked up this often, with this wait before each look, before it is sent
    /// again.
    int lookUps = 2;
    milliseconds lookUpWait{3'000};
    /// A document whose content another job is just sending is looked at again after this wait.
    milliseconds shareWait{2'000};
    /// How far the server's clock may be behind what its answers say (or behind ours, until it has answered) when a
    /// lost create is looked up.
    milliseconds clockTolerance{300'000};
};

} // namespace xs::jobs
