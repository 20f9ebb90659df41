// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace xs::cli {

/// How the program ends; docs/cli.md explains them to users, who build on them.
enum ExitStatus {
    /// Everything was done.
    AllDone = 0,
    /// Something was done, and something failed: a job, a finding that is an error, one of several ids.
    SomeFailed = 1,
    /// Nothing was begun: the command line, a file or the connection is not right.
    NothingStarted = 2,
    /// The estimate is above --max-credits or --max-cost; nothing was sent.
    OverBudget = 3,
    /// Ended by Ctrl+C or a signal (128 + SIGINT, as shells count).
    Interrupted = 130,
};

} // namespace xs::cli
