// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jobrunner.h"

#include "api/errorjson.h"
#include "server/log.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace xs::server {

namespace {

/// When the store could not be written (a full disk), it is tried again after this time.
constexpr auto retryDelay = 2s;

} // namespace

JobRunner::JobRunner(JobStore &jobs, FileStore &files, WorkerSettings settings, int workerCount)
    : m_jobs(jobs), m_files(files), m_settings(std::move(settings)), m_workerCount(workerCount)
{
}

JobRunner::~JobRunner() = default;

void JobRunner::start()
{
    if (const auto done = m_jobs.restartInterrupted(); !done)
        qCCritical(lcServer) << "interrupted jobs cannot be taken up:" << done.error().detail;
    keepWorkersReady();
    takeJobs();
}

void JobRunner::wake()
{
    QMetaObject::invokeMethod(this, &JobRunner::takeJobs, Qt::QueuedConnection);
}

void JobRunner::abandon(const QString &jobId)
{
    QMetaObject::invokeMethod(
        this,
        [this, jobId] {
            // Its destructor kills the process; the job's row says already what became of it.
            delete m_busy.take(jobId);
            keepWorkersReady();
            takeJobs();
        },
        Qt::QueuedConnection);
}

void JobRunner::takeJobs()
{
    while (m_busy.size() < m_workerCount) {
        const auto job = m_jobs.takeNext();
        if (!job) {
            qCCritical(lcServer) << "the next job cannot be read:" << job.error().detail;
            QTimer::singleShot(retryDelay, this, &JobRunner::takeJobs);
            return;
        }
        if (!*job)
            return;
        emit jobChanged();
        run(**job);
    }
}

void JobRunner::run(const StoredJob &job)
{
    const auto request = workerRequest(job);
    if (!request) {
        settle(job.id, Unexpected(request.error()));
        return;
    }
    auto *worker = takeWorker();
    m_busy.insert(job.id, worker);
    connect(worker, &WorkerProcess::finished, this, [this, id = job.id](const Expected<Json> &result) {
        if (auto *done = m_busy.take(id))
            done->deleteLater();
        settle(id, result);
        takeJobs();
        keepWorkersReady();
    });
    worker->run(*request);
}

Expected<Json> JobRunner::workerRequest(const StoredJob &job) const
{
    auto request = documentOf(job);
    if (!request)
        return request;
    (*request)["task"] = toStd(jobKindWord(job.kind));
    for (const auto *name : {"configuration", "parse_configuration"})
        (*request)[name] = member(job.request, name);
    return request;
}

/// The path of the file, or the words that a parse job has read.
Expected<Json> JobRunner::documentOf(const StoredJob &job) const
{
    Json request;
    if (job.input.startsWith("pjb-"_L1)) {
        const auto parsed = m_jobs.find(JobKind::Parse, job.input, {u"words"_s});
        if (!parsed)
            return Unexpected(ErrorCode::FileMissing, u"the parse job was deleted"_s);
        request["words"] = member(parsed->result, "words");
        return request;
    }
    const auto file = m_files.find(job.input);
    if (!file)
        return Unexpected(ErrorCode::FileMissing, u"the file was deleted"_s);
    request["path"] = toStd(m_files.pathOf(file->id));
    return request;
}

void JobRunner::settle(const QString &jobId, const Expected<Json> &result)
{
    const auto stored =
        result ? m_jobs.complete(jobId, *result) : m_jobs.fail(jobId, api::failureMessage(result.error()));
    if (stored) {
        if (*stored)
            qCInfo(lcServer).noquote() << jobId << (result ? u"completed"_s : errorCodeName(result.error().code));
        emit jobChanged();
        return;
    }
    qCCritical(lcServer) << "the result of" << jobId << "cannot be stored:" << stored.error().detail;
    QTimer::singleShot(retryDelay, this, [this, jobId, result] { settle(jobId, result); });
}

WorkerProcess *JobRunner::takeWorker()
{
    if (m_ready.isEmpty())
        keepWorkersReady();
    auto *worker = m_ready.takeFirst();
    // From now on its end is the end of a job.
    worker->disconnect(this);
    return worker;
}

void JobRunner::keepWorkersReady()
{
    while (m_ready.size() < m_workerCount) {
        auto *worker = new WorkerProcess(m_settings, this);
        m_ready << worker;
        // One that ends while it waits is not replaced before it is needed: it might end again and again.
        connect(worker, &WorkerProcess::finished, this, [this, worker] {
            m_ready.removeOne(worker);
            worker->deleteLater();
        });
        worker->start();
    }
}

} // namespace xs::server
