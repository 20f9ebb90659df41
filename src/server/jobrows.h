// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "domain/extractjob.h"
#include "server/listpage.h"

namespace xs::server {

/// What kind of work a job is.
enum class JobKind { Extract, Parse };
/// "extract", "parse": as in the store and in event names.
QString jobKindWord(JobKind kind);

/// A job as it is stored.
struct StoredJob
{
    qint64 row = 0;
    QString id;
    JobKind kind = JobKind::Extract;
    /// `dfl-…` or `pjb-…`, as sent; or an address, until the document was fetched from there.
    QString input;
    std::optional<QString> configurationId;
    /// What was asked for: `{"configuration": …}`, with `webhooks` and `webhook_ids` where somebody wants to be told.
    Json request;
    domain::JobStatus status = domain::JobStatus::Pending;
    std::optional<QString> errorMessage;
    QDateTime createdAt;
    QDateTime updatedAt;
    std::optional<QDateTime> runningAt;
    std::optional<QDateTime> endedAt;
    /// The parts of the worker's result that the reader asked for, by name; null when there are none of them.
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
    /// The parts of the results to read along.
    QStringList parts;
};

/// The rows of the table of jobs. All that follows belongs to the store's thread.

/// Error NotFound.
Expected<StoredJob> findJob(store::Database &database, const QString &id);
/// A job of another kind is not found either.
Expected<StoredJob> findJob(store::Database &database, JobKind kind, const QString &id);
/// The oldest PENDING job; nothing when there is none.
Expected<std::optional<StoredJob>> nextPendingJob(store::Database &database);
/// Without parts of the results.
Expected<ListPage<StoredJob>> listJobs(store::Database &database, const JobQuery &query);

/// Reads the named parts of a completed job's result into `job.result`.
Expected<void> readParts(store::Database &database, const QStringList &names, StoredJob &job);
/// Stores a result, an object, in parts: its members.
Expected<void> storeParts(store::Database &database, const QString &jobId, const Json &result);
/// The bytes of a job's parts, by name.
Expected<QMap<QString, qint64>> sizesOfParts(store::Database &database, const StoredJob &job);

} // namespace xs::server
