// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/filestore.h"
#include "server/jobstore.h"
#include "server/languagemodel.h"
#include "server/workerprocess.h"

#include <QHash>
#include <QObject>

namespace xs::server {

/// Runs the stored jobs, oldest first, each in a worker process of its own, and stores what comes of them.
/// Lives in the main thread.
class JobRunner : public QObject
{
    Q_OBJECT

public:
    JobRunner(JobStore &jobs, FileStore &files, WorkerSettings settings, int workerCount, ModelSettings model = {});
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
    void startWorker(const QString &jobId, const Json &request, std::function<void(const Expected<Json> &)> then);
    void askModel(const QString &jobId, const Json &request, Json result);
    void workAnswersIn(const QString &jobId, Json request, const Json &result, const Json &words, const Json &answers);
    void settle(const QString &jobId, const Expected<Json> &result);
    Expected<Json> workerRequest(const StoredJob &job) const;
    Expected<Json> documentOf(const StoredJob &job) const;

    JobStore &m_jobs;
    FileStore &m_files;
    WorkerSpawner m_spawner;
    int m_workerCount;
    ModelSettings m_model;
    QNetworkAccessManager m_network;
    /// Jobs that are being read, and those that wait for the language model.
    QHash<QString, WorkerProcess *> m_busy;
    QHash<QString, ModelCall *> m_asking;
};

} // namespace xs::server
