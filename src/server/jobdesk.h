// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/httpmessage.h"
#include "server/readings.h"

namespace xs::server {

class QueryReader;

/// What the routes of every kind of job do with one: each step is stored first, then the runner is told. Callable from
/// any thread.
class JobDesk
{
public:
    JobDesk(JobStore &jobs, JobRunner &runner, Readings readings) : m_jobs(jobs), m_runner(runner), m_readings(readings)
    {
    }

    const JobStore &jobs() const { return m_jobs; }
    /// Stores the job that a request asks for and has it run. Its `Idempotency-Key` may lead to an earlier one.
    Expected<StoredJob> create(const StoredJob &job, const Request &request);
    /// A parse job with parts of its result; made now if it is one that an extract job names. Error NotFound.
    Expected<StoredJob> findParseJob(const QString &id, const QStringList &parts = {});
    /// Errors: NotFound; Conflict when the job is over.
    Expected<StoredJob> cancel(JobKind kind, const QString &id);
    /// Removes a job that is over. Errors: NotFound, Conflict.
    Expected<void> remove(JobKind kind, const QString &id);

private:
    JobStore &m_jobs;
    JobRunner &m_runner;
    Readings m_readings;
};

/// The part of a list's query that all kinds of job have.
JobQuery readJobQuery(QueryReader &query, JobKind kind);

} // namespace xs::server
