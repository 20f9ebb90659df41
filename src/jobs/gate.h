// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "jobs/jobpolicy.h"

#include <deque>

namespace xs::jobs {

/// Says whether requests may go to one server now: no more than its budget within any minute, and none for a
/// growing while after it could not be reached or asked for patience.
class Gate
{
public:
    Gate(const Clock &clock, const JobPolicy &policy) : m_clock(clock), m_policy(policy) {}

    /// 0 means that nothing is counted.
    void setRequestsPerMinute(int limit) { m_limit = limit; }
    /// Until the next request may go; zero when it may now.
    milliseconds wait() const;
    /// A request goes.
    void take();
    /// The request that was taken last was not needed after all.
    void giveBack();

    /// A request showed that the server cannot be used. `retryAfter` is the server's own wish.
    void close(const Error &trouble, std::optional<milliseconds> retryAfter);
    /// A request got through. A wait that the server asked for is kept nevertheless.
    void succeeded();
    /// There is a reason to try again at once.
    void open();
    /// The clock was set back by so much: all waits stay as long as they were.
    void setBack(milliseconds span);
    /// Code None when all is well.
    const Error &trouble() const { return m_trouble; }
    /// For how long there has been trouble.
    milliseconds troubleFor() const;

private:
    const Clock &m_clock;
    JobPolicy m_policy;
    int m_limit = 0;
    std::deque<QDateTime> m_taken;
    Error m_trouble;
    int m_closings = 0;
    QDateTime m_troubleSince;
    QDateTime m_closedUntil;
    bool m_serverAsked = false;
};

} // namespace xs::jobs
