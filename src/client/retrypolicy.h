// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"

#include <QDateTime>

#include <chrono>
#include <optional>

namespace xs::client {

using std::chrono::milliseconds;

/// Waits and limits of calls, as data. The steps are those of the vendor's SDKs (six attempts, half a second
/// doubling up to eight, a quarter of it by chance); the time-outs are ours.
struct RetryPolicy
{
    int attempts = 6;
    milliseconds firstWait{500};
    milliseconds longestWait{8'000};
    /// Part of a wait that is left to chance, so that many clients do not come back at the same moment.
    double jitter = 0.25;
    milliseconds connectTimeout{10'000};
    /// Longest silence in both directions.
    milliseconds idleTimeout{60'000};
    /// An answer longer than this is refused.
    qint64 answerLimit = 256 * 1024 * 1024;
};

/// Whether repeating a call can do harm.
enum class Repeatable {
    /// Reading, deleting, cancelling: twice is as good as once.
    Always,
    /// Making something: only when the server has certainly not begun (it could not be reached, or said 408,
    /// 429 or 503).
    WhenNotArrived,
};

/// How one attempt ended, as far as the decision to repeat it needs to know.
struct AttemptOutcome
{
    Error error = {};
    /// 0 when there was no answer.
    int httpStatus = 0;
    /// Headers `retry-after-ms` and `Retry-After`, as a wait from now.
    std::optional<milliseconds> retryAfter = {};
    /// Header `x-should-retry`, which overrides the status.
    std::optional<bool> shouldRetry = {};
};

/// Whether the server may have acted in spite of the failure: the request may have reached it and no clear
/// refusal came back.
bool mayHaveArrived(const AttemptOutcome &outcome);

/// Whether the same call may be sent again by itself.
bool isRepeatable(const AttemptOutcome &outcome, Repeatable repeatable);

/// How long to wait after attempt number `attempt` (from 1). `chance` is 0…1; the server's own wish comes first.
milliseconds waitAfter(const RetryPolicy &policy, int attempt, const AttemptOutcome &outcome, double chance);

/// The moment of a header such as Date (RFC 9110, section 5.6.7); invalid when it is none.
QDateTime readHttpDate(const QByteArray &text);

/// Reads the two headers; a moment in the past is no wait.
std::optional<milliseconds> readRetryAfter(const QByteArray &retryAfterMs, const QByteArray &retryAfter,
                                           const QDateTime &now);

} // namespace xs::client
