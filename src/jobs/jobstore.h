// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "jobs/jobrecord.h"
#include "store/database.h"

namespace xs::jobs {

/// The job table of this program (SQLite). Belongs to the thread that opened it. All errors are those of
/// store::Database; every write is on the disk when it returns.
class JobStore
{
public:
    static Expected<std::unique_ptr<JobStore>> open(const QString &path);

    /// Adds jobs that share one configuration (the API's `configuration` object); all of them or none.
    Expected<void> insert(const std::vector<JobRecord> &jobs, const Json &configuration);
    /// Writes everything of the record but configuration and answer.
    Expected<void> update(const JobRecord &job);
    /// Writes the record together with the server's job object.
    Expected<void> update(const JobRecord &job, const Json &answer);
    /// Takes a job out, with its answer; a configuration that no job uses any more goes, too.
    Expected<void> remove(const LocalJobId &id);

    /// The next `limit` jobs behind `after` (0 before the first), oldest first; moves `after` on.
    Expected<std::vector<JobRecord>> jobs(qint64 &after, int limit);
    /// All jobs, oldest first.
    Expected<std::vector<JobRecord>> jobs();
    /// Error NotFound when there is no such job.
    Expected<Json> configuration(const LocalJobId &id);
    /// Error NotFound when the job has no answer.
    Expected<Json> answer(const LocalJobId &id);
    /// As it is stored: of a long one the caller chooses the thread that reads it.
    Expected<QByteArray> answerText(const LocalJobId &id);

private:
    explicit JobStore(std::unique_ptr<store::Database> database) : m_database(std::move(database)) {}
    Expected<void> write(const JobRecord &job);
    Expected<QByteArray> textOf(const QString &sql, const LocalJobId &id);

    std::unique_ptr<store::Database> m_database;
};

} // namespace xs::jobs
