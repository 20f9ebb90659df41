// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jobrunner.h"

#include "api/errorjson.h"
#include "domain/configuration.h"
#include "server/log.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace xs::server {

namespace {

/// When the store could not be written (a full disk), it is tried again after this time.
constexpr auto retryDelay = 2s;
/// More jobs than these do not wait for the language model at once.
constexpr int mostAsking = 16;

/// Whether the rules take pains with this job, and a language model is asked where there is one.
bool isAgentic(const Json &request)
{
    const auto tier = stringMember(member(request, "configuration"), "tier");
    return stringMember(request, "task") == u"extract"_s &&
           (tier == domain::tier::agentic || tier == domain::tier::agenticPlus);
}

void note(Json &result, const QString &text)
{
    auto &notes = result["notes"];
    // A worker's result is not certain to have the form that it should have.
    if (!notes.is_array())
        notes = Json::array();
    notes.push_back(toStd(text));
}

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
                     const FetchLimits &fetchLimits, ModelSettings model)
    : m_jobs(jobs), m_files(files), m_spawner(std::move(settings)), m_workerCount(workerCount),
      m_fetchLimits(fetchLimits), m_model(std::move(model))
{
}

JobRunner::~JobRunner()
{
    // The workers need the spawner, which is destroyed before the children of this object.
    qDeleteAll(m_busy);
    qDeleteAll(m_asking);
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
            delete m_asking.take(jobId);
            takeJobs();
        },
        Qt::QueuedConnection);
}

void JobRunner::takeJobs()
{
    while (m_busy.size() < m_workerCount && m_asking.size() < mostAsking) {
        const auto job = m_jobs.takeNext();
        if (!job) {
            qCCritical(lcServer) << "the next job cannot be read:" << job.error().detail;
            QTimer::singleShot(retryDelay, this, &JobRunner::takeJobs);
            return;
        }
        if (!*job)
            return;
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
    auto wanted = *request;
    const auto agentic = isAgentic(wanted);
    wanted["wants_question"] = agentic && m_model.isConfigured();
    startWorker(job.id, wanted, [this, id = job.id, request = *request, agentic](Expected<Json> result) {
        if (result && agentic && m_model.isConfigured()) {
            askModel(id, request, *std::move(result));
            return;
        }
        if (result && agentic)
            note(*result,
                 u"No language model is configured. The rules read pictures in several ways and at more than one "
                 "resolution, and took a vote."_s);
        settle(id, result);
    });
}

void JobRunner::startWorker(const QString &jobId, const Json &request, std::function<void(const Expected<Json> &)> then)
{
    auto *worker = new WorkerProcess(m_spawner, this);
    m_busy.insert(jobId, worker);
    connect(worker, &WorkerProcess::finished, this,
            [this, jobId, then = std::move(then)](const Expected<Json> &result) {
                if (auto *done = m_busy.take(jobId))
                    done->deleteLater();
                // The next one first: it need not wait for the disk.
                takeJobs();
                then(documentResult(result));
            });
    worker->run(request);
}

/// The worker has no network, so the service asks. Whatever comes of it, the rules' result stands.
void JobRunner::askModel(const QString &jobId, const Json &request, Json result)
{
    auto question = std::move(result["question"]);
    auto words = std::move(result["words"]);
    result.erase("question");
    result.erase("words");
    auto *call = new ModelCall(m_network, m_model, std::move(question), this);
    m_asking.insert(jobId, call);
    connect(
        call, &ModelCall::finished, this,
        [this, jobId, request, result = std::move(result), words = std::move(words)](const Expected<Json> &answers) {
            if (auto *done = m_asking.take(jobId))
                done->deleteLater();
            if (answers) {
                workAnswersIn(jobId, request, result, words, *answers);
                return;
            }
            auto noted = result;
            note(noted, u"The language model %1 gave no usable answer (%2). These are the rules' values."_s.arg(
                            m_model.model, answers.error().detail));
            takeJobs();
            settle(jobId, noted);
        });
    call->start();
}

void JobRunner::workAnswersIn(const QString &jobId, Json request, const Json &result, const Json &words,
                              const Json &answers)
{
    request.erase("path");
    request["words"] = words;
    request["answers"] = answers;
    startWorker(jobId, request, [this, jobId, result](const Expected<Json> &joined) {
        auto noted = joined ? *joined : result;
        note(noted, joined ? u"Values were compared with those of the language model %1."_s.arg(m_model.model)
                           : u"The answer of the language model %1 could not be worked in."_s.arg(m_model.model));
        settle(jobId, noted);
    });
}

Expected<Json> JobRunner::workerRequest(const StoredJob &job) const
{
    auto request = documentOf(job);
    if (!request)
        return request;
    (*request)["task"] = toStd(jobKindWord(job.kind));
    for (const auto *name : {"configuration", "parse_configuration", "read_as"})
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
    request["name"] = toStd(file->name);
    return request;
}

void JobRunner::settle(const QString &jobId, const Expected<Json> &result)
{
    const auto stored =
        result ? m_jobs.complete(jobId, *result) : m_jobs.fail(jobId, api::failureMessage(result.error()));
    if (stored) {
        if (*stored)
            qCInfo(lcServer).noquote() << jobId << (result ? u"completed"_s : errorCodeName(result.error().code));
        return;
    }
    qCCritical(lcServer) << "the result of" << jobId << "cannot be stored:" << stored.error().detail;
    QTimer::singleShot(retryDelay, this, [this, jobId, result] { settle(jobId, result); });
}

} // namespace xs::server
