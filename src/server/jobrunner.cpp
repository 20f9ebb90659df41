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

bool isAddress(const QString &input)
{
    return input.startsWith("http:"_L1) || input.startsWith("https:"_L1);
}

DocumentSource sourceOf(const StoredJob &job)
{
    const auto proxy = stringMember(member(job.request, "configuration"), "http_proxy");
    return {QUrl(job.input), QUrl(proxy.value_or(QString()))};
}

} // namespace

JobRunner::JobRunner(JobStore &jobs, FileStore &files, WorkerSettings settings, int workerCount,
                     const FetchLimits &fetchLimits)
    : m_jobs(jobs), m_files(files), m_spawner(std::move(settings)), m_workerCount(workerCount),
      m_fetchLimits(fetchLimits)
{
}

JobRunner::~JobRunner()
{
    // The workers need the spawner, which is destroyed before the children of this object.
    qDeleteAll(m_busy);
}

void JobRunner::start()
{
    if (const auto done = m_jobs.restartInterrupted(); !done)
        qCCritical(lcServer) << "interrupted jobs cannot be taken up:" << done.error().detail;
    (void)m_spawner.prepare();
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
    if (isAddress(job.input))
        fetch(job);
    else
        read(job);
}

void JobRunner::fetch(const StoredJob &job)
{
    auto *download = new SourceFetch(m_files, m_fetchLimits, this);
    m_busy.insert(job.id, download);
    connect(download, &SourceFetch::finished, this, [this, job](const Expected<StoredFile> &file) {
        if (auto *done = m_busy.take(job.id))
            done->deleteLater();
        const auto stored = file ? m_jobs.setInput(job.id, file->id) : Expected<bool>(Unexpected(file.error()));
        if (stored && *stored) {
            auto fetched = job;
            fetched.input = file->id;
            read(fetched);
            return;
        }
        takeJobs();
        if (!stored)
            settle(job.id, Unexpected(stored.error()));
    });
    download->start(sourceOf(job));
}

void JobRunner::read(const StoredJob &job)
{
    const auto request = workerRequest(job);
    if (!request) {
        settle(job.id, Unexpected(request.error()));
        return;
    }
    auto *worker = new WorkerProcess(m_spawner, this);
    m_busy.insert(job.id, worker);
    connect(worker, &WorkerProcess::finished, this, [this, id = job.id](const Expected<Json> &result) {
        if (auto *done = m_busy.take(id))
            done->deleteLater();
        // The next one first: it need not wait for the disk.
        takeJobs();
        settle(id, result);
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

} // namespace xs::server
