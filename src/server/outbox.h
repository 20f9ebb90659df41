// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/json.h"
#include "server/storethread.h"

#include <QDateTime>

namespace xs::server {

struct StoredJob;

/// One event on its way to one receiver.
struct Delivery
{
    qint64 row = 0;
    QString eventId;
    QString eventType;
    /// The webhook entry as it was sent.
    Json webhook;
    Json event;
    int attempts = 0;
};

/// Notes, in the transaction that changed a job, the event for every webhook that wants it (webhookEntries);
/// `details` is what the event tells of the job.
Expected<void> noteJobEvent(store::Database &database, const StoredJob &job, const Json &details, qint64 now);

/// The events that still have to be sent; they survive the end of the service. Callable from any thread.
class Outbox
{
public:
    Outbox(StoreThread &store, const Clock &clock) : m_store(store), m_clock(clock) {}

    /// At most `count` deliveries that are due, the oldest first, without those of `except`.
    Expected<std::vector<Delivery>> due(int count, const QList<qint64> &except) const;
    /// When the next delivery is due; nothing when none waits.
    Expected<std::optional<QDateTime>> nextDue(const QList<qint64> &except) const;
    /// Sent, or given up.
    Expected<void> remove(qint64 row);
    /// Another attempt, not before this time has passed.
    Expected<void> postpone(qint64 row, std::chrono::milliseconds wait);

private:
    StoreThread &m_store;
    const Clock &m_clock;
};

} // namespace xs::server
