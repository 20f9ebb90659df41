// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/json.h"
#include "domain/extractjob.h"
#include "server/filestore.h"

namespace xs::server {

/// What kind of work a job is.
enum class JobKind { Extract, Parse };
/// "extract", "parse": as in the store and in event names.
QString jobKindWord(JobKind kind);

/// A job as it is stored.
struct StoredJob
{
    QString id;
    JobKind kind = JobKind::Extract;
    /// `dfl-…` or `pjb-…`, as sent.
    QString input;
    std::optional<QString> configurationId;
    /// What was asked for; for an extract job `{"configuration": …}`, with `webhooks` and
    /// `webhook_ids` where somebody wants to be told.
    Json request;
    domain::JobStatus status = domain::JobStatus::Pending;
    std::optional<QString> errorMessage;
    QDateTime createdAt;
    QDateTime updatedAt;
    std::optional<QDateTime> runningAt;
    std::optional<QDateTime> endedAt;
    /// What the worker gave; null unless completed and asked for.
    Json result;
};

/// Which jobs a list shows; newest first.
struct JobQuery
{
    JobKind kind = JobKind::Extract;
    /// In the API's words; none means any.
    QStringList statuses;
    std::optional<QString> configurationId;
    std::optional<QString> input;
    /// "dfl-" or "pjb-": only jobs on inputs of that kind.
    std::optional<QString> inputPrefix;
    QStringList ids;
    std::optional<QDateTime> createdFrom;
    std::optional<QDateTime> createdUpTo;
    int pageSize = 50;
    std::optional<PageToken> after;
};

/// The table of jobs. Every change of state is one committed transaction, together with the events that webhooks
/// are told of it, and says from which states it may come, so that a result and a cancellation that meet cannot both
/// win. Callable from any thread.
class JobStore
{
public:
    JobStore(StoreThread &store, const Clock &clock, QString projectId = {});

    /// Stores a new job as PENDING and gives it its id. With an idempotency key that was used within 24 hours the
    /// job that was made then is returned instead.
    Expected<StoredJob> create(StoredJob job, const QByteArray &idempotencyKey = {});
    /// Error NotFound.
    Expected<StoredJob> find(JobKind kind, const QString &id) const;
    Expected<ListPage<StoredJob>> list(const JobQuery &query) const;

    /// The oldest PENDING job, which becomes RUNNING; nothing when there is none.
    Expected<std::optional<StoredJob>> takeNext();
    /// RUNNING → COMPLETED with a result. False when the job is no longer running.
    Expected<bool> complete(const QString &id, const Json &result);
    /// RUNNING → FAILED. False when the job is no longer running.
    Expected<bool> fail(const QString &id, const QString &errorMessage);
    /// Any state that is not final → CANCELLED. Errors: NotFound; Conflict when the job is over.
    Expected<StoredJob> cancel(JobKind kind, const QString &id);
    /// Error NotFound.
    Expected<void> remove(JobKind kind, const QString &id);
    /// RUNNING → PENDING for all, after a start: nothing can be running yet.
    Expected<void> restartInterrupted();

private:
    Expected<void> noteEvent(store::Database &database, const StoredJob &job, qint64 now) const;
    Expected<bool> end(const QString &id, domain::JobStatus status, const QVariant &errorMessage, const Json *result);

    StoreThread &m_store;
    const Clock &m_clock;
    QString m_projectId;
};

} // namespace xs::server
