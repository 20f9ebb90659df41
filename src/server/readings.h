// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/filestore.h"
#include "server/jobrunner.h"
#include "server/taskrunner.h"

namespace xs::server {

/// The parse jobs that extract jobs on files name as theirs (`parse_job_id`). An extract job reads its document itself;
/// its parse job is made when somebody first asks for it, from the same pages of the same file, read in the same way.
/// Callable from any thread but the main one.
class Readings
{
public:
    Readings(JobStore &jobs, const FileStore &files, TaskRunner &tasks, JobRunner &runner)
        : m_jobs(jobs), m_files(files), m_tasks(tasks), m_runner(runner)
    {
    }

    /// Makes the parse job with this id and waits for it. What takes longer than a request may is left to the runner.
    /// Error NotFound when no completed extract job names it, or its file was deleted; those of the store.
    Expected<void> make(const QString &id);

private:
    Expected<StoredJob> jobOf(const StoredJob &extractJob) const;

    JobStore &m_jobs;
    const FileStore &m_files;
    TaskRunner &m_tasks;
    JobRunner &m_runner;
};

} // namespace xs::server
