// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/filestore.h"
#include "server/jobstore.h"
#include "server/workerprocess.h"

#include <QHash>
#include <QObject>

namespace xs::server {

/// Runs the stored jobs, oldest first, each in a worker process of its own, and stores what comes of them. As
/// many workers as may run at once are kept started in advance. Lives in the main thread.
class JobRunner : public QObject
{
    Q_OBJECT

public:
    JobRunner(JobStore &jobs, FileStore &files, WorkerSettings settings, int workerCount);
    ~JobRunner() override;

    /// Takes up what was interrupted and everything that waits.
    void start();
    /// To be called, from any thread, when a job was stored.
    void wake();
    /// To be called, from any thread, when a job was cancelled or deleted: ends its worker.
    void abandon(const QString &jobId);

signals:
    /// A new state of a job was stored.
    void jobChanged();

private:
    void takeJobs();
    void run(const StoredJob &job);
    void settle(const QString &jobId, const Expected<Json> &result);
    Expected<Json> workerRequest(const StoredJob &job) const;
    Expected<Json> documentOf(const StoredJob &job) const;
    WorkerProcess *takeWorker();
    void keepWorkersReady();

    JobStore &m_jobs;
    FileStore &m_files;
    WorkerSettings m_settings;
    int m_workerCount;
    QList<WorkerProcess *> m_ready;
    QHash<QString, WorkerProcess *> m_busy;
};

} // namespace xs::server
