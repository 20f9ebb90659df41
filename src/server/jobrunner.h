// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/filestore.h"
#include "server/jobstore.h"
#include "server/languagemodel.h"
#include "server/sourcefetch.h"
#include "server/workerprocess.h"

#include <QHash>
#include <QObject>

namespace xs::server {

/// Runs the stored jobs, oldest first, each in a worker process of its own, and stores what comes of them. Documents
/// that are named by their address are fetched first. Lives in the main thread.
class JobRunner : public QObject
{
    Q_OBJECT

public:
    JobRunner(JobStore &jobs, FileStore &files, WorkerSettings settings, int workerCount,
              const FetchLimits &fetchLimits = {}, ModelSettings model = {});
    ~JobRunner() override;

    /// Takes up what was interrupted and everything that waits.
    void start();
    /// To be called, from any thread, when a job was stored.
    void wake();
    /// To be called, from any thread, when a job was cancelled or deleted: ends its worker.
    void abandon(const QString &jobId);

private:
    void takeJobs();
    void run(const StoredJob &job);
    void startWorker(const QString &jobId, const Json &request, std::function<void(const Expected<Json> &)> then);
    void askModel(const QString &jobId, const Json &request, Json result);
    void workAnswersIn(const QString &jobId, Json request, const Json &result, const Json &words, const Json &answers);
    void fetch(const StoredJob &job);
    void read(const StoredJob &job);
    void settle(const QString &jobId, const Expected<Json> &result);
    Expected<Json> workerRequest(const StoredJob &job) const;
    Expected<Json> documentOf(const StoredJob &job) const;

    JobStore &m_jobs;
    FileStore &m_files;
    WorkerSpawner m_spawner;
    int m_workerCount;
    FetchLimits m_fetchLimits;
    ModelSettings m_model;
    QNetworkAccessManager m_network;
    /// What works for a job: a SourceFetch or a WorkerProcess.
    QHash<QString, QObject *> m_busy;
    /// Jobs that wait for the language model.
    QHash<QString, ModelCall *> m_asking;
};

} // namespace xs::server
