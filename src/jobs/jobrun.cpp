// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobrun.h"

#include "client/canceljobcall.h"
#include "client/createjobcall.h"
#include "client/deletefilecall.h"
#include "client/deletejobcall.h"
#include "client/listjobscall.h"
#include "client/uploadfilecall.h"
#include "jobs/jobstore.h"
#include "jobs/jobtable.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::jobs {

JobRun::JobRun(const Context &context, LocalJobId job, Step step)
    : m_context(context), m_job(std::move(job)), m_step(step)
{
}

JobRun::~JobRun() = default;

void JobRun::letGo()
{
    disconnect();
    m_call.reset();
    m_context.table.sentFiles().release(m_job);
    deleteLater();
}

void JobRun::start()
{
    switch (m_step) {
    case Step::Upload:
        return upload();
    case Step::Create:
        return create();
    case Step::LookUp:
        return lookUp();
    case Step::CancelThere:
        return cancelThere();
    case Step::CancelHere:
        return cancelHere();
    case Step::DeleteThere:
        return deleteThere();
    case Step::RemoveUpload:
        return removeUpload();
    case Step::None:
    case Step::Poll:
        break;
    }
}

void JobRun::upload()
{
    if (record().phase == Phase::Queued &&
        !m_context.table.change(m_job, [](JobRecord &job) { job.phase = Phase::Uploading; }))
        return end(Outcome::Stuck);
    const auto way = m_context.table.sentFiles().begin(record(), QFileInfo(record().document.path).size());
    if (way == SentFiles::Way::Later)
        return end(Outcome::SharedLater);
    const auto hashing = way == SentFiles::Way::AtOnce ? client::Hashing::Beside : client::Hashing::First;
    auto made = std::make_unique<client::UploadFileCall>(m_context.network, m_context.connection,
                                                         record().document.path, hashing);
    auto *call = made.get();
    connect(call, &client::Call::uploadProgress, this,
            [this](qint64 sent, qint64 total) { emit uploadProgress(m_job, sent, total); });
    connect(call, &client::UploadFileCall::hashed, this, [this, call] { shareUpload(*call); });
    run(std::move(made), [this, call] {
        // An answer that got mixed up on the way must not give this job another document.
        for (const auto &id : m_context.table.sentFiles().holders(call->file().id))
            if (const auto *holder = m_context.table.find(id); holder && holder->document.sha256 != call->sha256())
                return end(Outcome::TryAgain, {ErrorCode::UnreadableAnswer, u"the answer is about another file"_s, {}});
        store([call](JobRecord &job) {
            job.document.sha256 = call->sha256();
            job.document.size = call->size();
            job.fileId = call->file().id;
            job.phase = Phase::Creating;
        });
    });
}

/// Nothing is sent that the server has, or is just being sent.
void JobRun::shareUpload(const client::UploadFileCall &call)
{
    auto &files = m_context.table.sentFiles();
    const auto sha256 = call.sha256();
    const auto size = call.size();
    const auto there = files.find(record(), sha256);
    if (there.isEmpty() && files.claim(record(), size, sha256))
        return;
    m_call.reset();
    if (there.isEmpty())
        return end(Outcome::SharedLater);
    store([&](JobRecord &job) {
        job.document.sha256 = sha256;
        job.document.size = size;
        job.fileId = there;
        job.phase = Phase::Creating;
    });
}

void JobRun::create()
{
    auto configuration = m_context.table.store().configuration(m_job);
    if (!configuration)
        return end(Outcome::Stuck, configuration.error());
    const auto ahead = m_context.serverAhead.value_or(client::milliseconds(0));
    const auto now = m_context.network.clock.now().addMSecs(ahead.count());
    if (!m_context.table.change(m_job, [&now](JobRecord &job) { job.createSentAt = now; }))
        return end(Outcome::Stuck);
    client::NewJob wanted{.fileInput = record().fileId.text(),
                          .configuration = std::move(*configuration),
                          .idempotencyKey = u"%1-%2"_s.arg(m_job.text()).arg(record().run)};
    auto made = std::make_unique<client::CreateJobCall>(m_context.network, m_context.connection, std::move(wanted));
    auto *call = made.get();
    connect(call, &client::Call::failed, this, [this, call] { createFailed(*call); });
    run(std::move(made), [this, call] {
        if (m_context.table.isKnown(call->job().id, m_job))
            return end(Outcome::TryAgain, {ErrorCode::UnreadableAnswer, u"the answer is about another job"_s, {}});
        store([call](JobRecord &job) {
            job.remoteId = call->job().id;
            job.remoteStatus = toQString(member(call->job().raw, "status"));
            job.createSentAt = {};
            job.phase = Phase::Waiting;
        });
    });
}

/// Runs before `failed`: a create that certainly did not arrive need not be looked up.
void JobRun::createFailed(client::Call &call)
{
    if (!call.mayHaveArrived())
        (void)m_context.table.change(m_job, [](JobRecord &job) { job.createSentAt = {}; });
}

/// The moment may be one of our clock, from before the server's was known; where ours is ahead it is taken back.
void JobRun::lookUp()
{
    const auto behind = std::min(m_context.serverAhead.value_or(client::milliseconds(0)), client::milliseconds(0));
    lookUpSince(record().createSentAt.addMSecs(behind.count() - m_context.clockTolerance.count()));
}

/// So far that the look before, by our clock, may have missed the job.
bool JobRun::isFarBehind() const
{
    return m_context.serverAhead.value_or(client::milliseconds(0)) < -m_context.clockTolerance / 2;
}

void JobRun::lookUpSince(const QDateTime &since)
{
    client::JobFilter filter{.ids = {},
                             .fileInput = record().fileId.text(),
                             .createdOnOrAfter = since,
                             .status = {},
                             .pageSize = 0,
                             .pageToken = {}};
    auto made = std::make_unique<client::ListJobsCall>(m_context.network, m_context.connection, filter);
    auto *call = made.get();
    run(std::move(made), [this, call, knewTheClock = m_context.serverAhead.has_value()] {
        const auto &jobs = call->page().items;
        const auto isOurs = [this](const domain::ExtractJob &job) {
            return job.fileInput == record().fileId.text() && !m_context.table.isKnown(job.id, m_job);
        };
        const auto found = std::ranges::find_if(jobs, isOurs);
        const auto isForeign = [this](const domain::ExtractJob &job) {
            return job.fileInput != record().fileId.text();
        };
        // Such a list was not made for this question, so it does not say that the job is not there.
        if (found == jobs.end() && std::ranges::any_of(jobs, isForeign))
            return end(Outcome::TryAgain, {ErrorCode::UnreadableAnswer, u"the list is about other files"_s, {}});
        if (found == jobs.end() && !knewTheClock && isFarBehind())
            return lookUp();
        if (found == jobs.end())
            return end(Outcome::NotThere);
        store([&found](JobRecord &job) {
            job.remoteId = found->id;
            job.remoteStatus = toQString(member(found->raw, "status"));
            job.createSentAt = {};
            job.phase = Phase::Waiting;
        });
    });
}

void JobRun::cancelThere()
{
    auto made = std::make_unique<client::CancelJobCall>(m_context.network, m_context.connection, record().remoteId);
    auto *call = made.get();
    run(std::move(made), [this, call] {
        const auto &answer = call->job();
        store(
            [&answer](JobRecord &job) {
                job.remoteStatus = toQString(member(answer.raw, "status"));
                job.cancelWanted = false;
                if (answer.status == domain::JobStatus::Cancelled) {
                    job.error = {};
                    job.phase = Phase::Cancelled;
                }
            },
            &answer.raw);
    });
}

void JobRun::cancelHere()
{
    store([](JobRecord &job) {
        job.error = {};
        job.phase = Phase::Cancelled;
    });
}

void JobRun::deleteThere()
{
    run(std::make_unique<client::DeleteJobCall>(m_context.network, m_context.connection, record().remoteId),
        [this] { store([](JobRecord &job) { job.remoteId = {}; }); });
}

void JobRun::removeUpload()
{
    // Another job may have come to share it meanwhile; from now on none does.
    if (m_context.table.isNeeded(record().fileId))
        return end(Outcome::Done);
    m_context.table.sentFiles().setLost(record().fileId);
    run(std::make_unique<client::DeleteFileCall>(m_context.network, m_context.connection, record().fileId),
        [this] { uploadIsGone(); });
}

/// The server took an upload that is not what this job is to read: it is removed before the next attempt. When even
/// that fails it stays there, since nothing names it any more.
void JobRun::removeUnused(const FileId &file, const Error &reason)
{
    const auto again = [this, reason] { end(Outcome::TryAgain, reason); };
    if (m_context.table.isNeeded(file) || !m_context.table.sentFiles().holders(file).isEmpty())
        return again();
    m_call.reset(new client::DeleteFileCall(m_context.network, m_context.connection, file));
    connect(m_call.get(), &client::Call::finished, this, again);
    connect(m_call.get(), &client::Call::failed, this, again);
    m_call->start();
}

/// No record names the upload any more.
void JobRun::uploadIsGone()
{
    auto holders = m_context.table.sentFiles().holders(record().fileId);
    holders.remove(m_job);
    for (const auto &id : holders)
        (void)m_context.table.change(id, [](JobRecord &job) { job.fileId = {}; });
    store([](JobRecord &job) { job.fileId = {}; });
}

void JobRun::run(std::unique_ptr<client::Call> call, std::function<void()> finished)
{
    m_call.reset(call.release());
    connect(m_call.get(), &client::Call::finished, this, [this, finished = std::move(finished)] {
        if (const auto ahead = m_call->serverAhead())
            m_context.serverAhead = ahead;
        finished();
    });
    connect(m_call.get(), &client::Call::failed, this, [this] { failed(*m_call); });
    m_call->start();
}

void JobRun::failed(client::Call &call)
{
    const auto error = call.error();
    if (const auto *upload = qobject_cast<client::UploadFileCall *>(&call); upload && !upload->file().id.isEmpty())
        return removeUnused(FileId(upload->file().id), error);
    if (m_step == Step::CancelThere && client::CancelJobCall::meansOver(error))
        return store([](JobRecord &job) { job.cancelWanted = false; });
    if (error.code == ErrorCode::NotFound && m_step == Step::DeleteThere)
        return store([](JobRecord &job) { job.remoteId = {}; });
    if (error.code == ErrorCode::NotFound && m_step == Step::RemoveUpload)
        return uploadIsGone();
    const auto isUnknown = m_step == Step::Create && call.mayHaveArrived();
    if (isUnknown || causeOf(error) != Cause::Request)
        return end(Outcome::TryAgain, error, call.retryAfter());
    if (m_step == Step::DeleteThere || m_step == Step::RemoveUpload) {
        // What the server refuses to remove stays there, and here.
        emit m_context.table.removalRefused(m_job, error);
        return store([](JobRecord &job) { job.removeWanted = job.removeThereToo = job.removeUpload = false; });
    }
    // An upload that was shared may be gone by now; then the document is sent again, once.
    auto &files = m_context.table.sentFiles();
    if (m_step == Step::Create && meansUploadIsLost(error) && !record().isServerInput() &&
        files.holders(record().fileId).size() > 1) {
        files.setLost(record().fileId);
        return store([](JobRecord &job) {
            job.fileId = {};
            job.phase = Phase::Queued;
        });
    }
    const auto isOfInput = m_step == Step::Create && record().isServerInput();
    store([cause = isOfInput ? errorOfServerInput(error, record().fileId) : error](JobRecord &job) {
        job.error = cause;
        job.phase = Phase::Failed;
    });
}

void JobRun::store(const std::function<void(JobRecord &)> &edit, const Json *answer)
{
    end(m_context.table.change(m_job, edit, answer) ? Outcome::Done : Outcome::Stuck);
}

void JobRun::end(Outcome outcome, const Error &error, std::optional<client::milliseconds> retryAfter)
{
    emit over(outcome, error, retryAfter);
}

const JobRecord &JobRun::record() const
{
    return *m_context.table.find(m_job);
}

} // namespace xs::jobs
