// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "server/jobrows.h"
#include "server/storethread.h"

namespace xs::server {

/// The table of jobs. Every change of state is one committed transaction, together with the events that webhooks
/// are told of it, and says from which states it may come, so that a result and a cancellation that meet cannot both
/// win. A result is stored in parts, the members of the worker's answer, so that nobody reads a document's text who
/// only asks how its job is doing. Callable from any thread.
class JobStore
{
public:
    JobStore(StoreThread &store, const Clock &clock, QString projectId = {});
    /// `tell` is called, from any thread, whenever events were stored that webhooks may want. To be set at the start.
    void setEventListener(std::function<void()> tell) { m_tellOfEvents = std::move(tell); }

    /// Stores a new job as PENDING and gives it its id. With an idempotency key that was used within 24 hours the
    /// job that was made then is returned instead.
    Expected<StoredJob> create(StoredJob job, const QByteArray &idempotencyKey = {});
    /// The job with the named parts of its result. Error NotFound.
    Expected<StoredJob> find(JobKind kind, const QString &id, const QStringList &parts = {}) const;
    /// The bytes of the parts that there are, by name. Error NotFound when there is no such job.
    Expected<QMap<QString, qint64>> partSizes(JobKind kind, const QString &id) const;
    Expected<ListPage<StoredJob>> list(const JobQuery &query) const;

    /// The oldest PENDING job, which becomes RUNNING; nothing when there is none.
    Expected<std::optional<StoredJob>> takeNext();
    /// Names the file that was fetched for a running job. False when the job is no longer running.
    Expected<bool> setInput(const QString &id, const QString &fileId);
    /// RUNNING → COMPLETED with a result, an object. False when the job is no longer running.
    Expected<bool> complete(const QString &id, const Json &result);
    /// RUNNING → FAILED. False when the job is no longer running.
    Expected<bool> fail(const QString &id, const QString &errorMessage);
    /// Any state that is not final → CANCELLED. Errors: NotFound; Conflict when the job is over.
    Expected<StoredJob> cancel(JobKind kind, const QString &id);
    /// Stores a job that has its id and state already, with what came of it. Leaves one that is there as it is.
    Expected<void> add(StoredJob job, const Json *result);
    /// A parse job that an extract job names may not be there yet; then it is only named no longer.
    /// Errors: NotFound; Conflict when the job is not over.
    Expected<void> remove(JobKind kind, const QString &id);
    /// RUNNING → PENDING for all, after a start: nothing can be running yet.
    Expected<void> restartInterrupted();

private:
    Expected<void> noteEvent(store::Database &database, const StoredJob &job, qint64 now) const;
    Expected<StoredJob> insertNew(store::Database &database, const StoredJob &job, qint64 now) const;
    void tellOfEvents(const StoredJob &job) const;
    Expected<bool> end(const QString &id, domain::JobStatus status, const std::optional<QString> &errorMessage,
                       const Json *result);

    StoreThread &m_store;
    const Clock &m_clock;
    QString m_projectId;
    std::function<void()> m_tellOfEvents;
};

} // namespace xs::server
