// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jobstore.h"

#include "api/jobjson.h"
#include "server/creations.h"
#include "server/extractjson.h"
#include "server/outbox.h"
#include "server/parsejson.h"
#include "server/serverids.h"
#include "server/storedvalues.h"
#include "server/webhookwish.h"

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

using domain::JobStatus;

/// An extract job that reads a file names the parse job that stands for its reading.
void nameParseJob(StoredJob &job)
{
    if (job.kind == JobKind::Extract && !parseJobId(job) && parseTier(job).is_string())
        job.request["parse_job_id"] = toStd(u"pjb-"_s + job.id.section(u'-', 1));
}

/// Takes the name of a parse job from the extract job that has it. False when none has.
Expected<bool> forgetParseJob(store::Database &database, const QString &id)
{
    auto job = findJob(database, u"ext-"_s + id.section(u'-', 1));
    if (!job || !job->request.contains("parse_job_id"))
        return job || job.error().code == ErrorCode::NotFound ? Expected<bool>(false) : Unexpected(job.error());
    job->request.erase("parse_job_id");
    const auto done = database.run(u"UPDATE jobs SET request = ? WHERE id = ?"_s, {storedText(job->request), job->id});
    return done ? Expected<bool>(true) : Unexpected(done.error());
}

/// A step of the service's own may be undone by a power cut, after which the job is run again; the file is still there,
/// as its deletion is firm and so makes firm what was before. A step that a webhook is told of may not.
store::Durability durabilityOf(const StoredJob &job)
{
    return wantsEvents(job) ? store::Durability::Firm : store::Durability::Loose;
}

} // namespace

JobStore::JobStore(StoreThread &store, const Clock &clock, QString projectId)
    : m_store(store), m_clock(clock), m_projectId(std::move(projectId))
{
}

Expected<void> JobStore::noteEvent(store::Database &database, const StoredJob &job, qint64 now) const
{
    if (!wantsEvents(job))
        return {};
    const auto details =
        job.kind == JobKind::Parse ? parseJobJson(job, m_projectId, {}) : extractJobJson(job, m_projectId, {});
    return noteJobEvent(database, job, details, now);
}

/// With the event that tells of it.
Expected<StoredJob> JobStore::insertNew(store::Database &database, const StoredJob &job, qint64 now) const
{
    const auto inserted = database.run(
        u"INSERT INTO jobs (id, kind, input, configuration_id, request, status, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {job.id, jobKindWord(job.kind), job.input, storedText(job.configurationId), storedText(job.request),
         api::statusWord(job.status), now, now});
    if (!inserted)
        return Unexpected(inserted.error());
    const auto noted = noteEvent(database, job, now);
    return noted ? Expected<StoredJob>(job) : Unexpected(noted.error());
}

/// To be called when the events are committed.
void JobStore::tellOfEvents(const StoredJob &job) const
{
    if (m_tellOfEvents && wantsEvents(job))
        m_tellOfEvents();
}

Expected<StoredJob> JobStore::create(StoredJob job, const QByteArray &idempotencyKey)
{
    const auto now = toMicroseconds(m_clock.now());
    job.id = newId(job.kind == JobKind::Parse ? u"pjb-" : u"ext-");
    nameParseJob(job);
    job.status = JobStatus::Pending;
    job.createdAt = job.updatedAt = fromMicroseconds(now);
    auto stored = m_store.call([&](store::Database &database) {
        return createOnce(
            database, {idempotencyKey, job.id, now}, durabilityOf(job),
            [&](const QString &id) { return findJob(database, job.kind, id); },
            [&] { return insertNew(database, job, now); });
    });
    if (!stored)
        return stored;
    // Whoever sent the request waits, and nobody else.
    if (const auto done = m_store.waitForDisk(); !done)
        return Unexpected(done.error());
    tellOfEvents(*stored);
    return stored;
}

Expected<void> JobStore::add(StoredJob job, const Json *result)
{
    const auto now = toMicroseconds(m_clock.now());
    const QVariant ended = domain::isOver(job.status) ? QVariant(now) : QVariant(QMetaType::fromType<qint64>());
    return m_store.call([&](store::Database &database) -> Expected<void> {
        auto transaction = store::Transaction::begin(database);
        if (!transaction)
            return Unexpected(transaction.error());
        const auto inserted = database.run(
            u"INSERT INTO jobs (id, kind, input, request, status, error_message, created_at, updated_at, running_at, ended_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"_s,
            {job.id, jobKindWord(job.kind), job.input, storedText(job.request), api::statusWord(job.status),
             storedText(job.errorMessage), now, now, ended, ended});
        if (!inserted)
            return Unexpected(inserted.error());
        if (inserted->numRowsAffected() == 0)
            return {};
        if (const auto stored = result ? storeParts(database, job.id, *result) : Expected<void>(); !stored)
            return stored;
        return transaction->commit();
    });
}

Expected<StoredJob> JobStore::find(JobKind kind, const QString &id, const QStringList &parts) const
{
    return m_store.call([&](store::Database &database) -> Expected<StoredJob> {
        auto job = findJob(database, kind, id);
        if (!job)
            return job;
        if (const auto done = readParts(database, parts, *job); !done)
            return Unexpected(done.error());
        return job;
    });
}

Expected<QMap<QString, qint64>> JobStore::partSizes(JobKind kind, const QString &id) const
{
    return m_store.call([&](store::Database &database) -> Expected<QMap<QString, qint64>> {
        const auto job = findJob(database, kind, id);
        return job ? sizesOfParts(database, *job) : Unexpected(job.error());
    });
}

Expected<ListPage<StoredJob>> JobStore::list(const JobQuery &query) const
{
    return m_store.call([&](store::Database &database) -> Expected<ListPage<StoredJob>> {
        auto page = listJobs(database, query);
        if (!page)
            return page;
        for (auto &job : page->items)
            if (const auto done = readParts(database, query.parts, job); !done)
                return Unexpected(done.error());
        return page;
    });
}

Expected<std::optional<StoredJob>> JobStore::takeNext()
{
    const auto now = toMicroseconds(m_clock.now());
    return m_store.call([&](store::Database &database) -> Expected<std::optional<StoredJob>> {
        auto next = nextPendingJob(database);
        if (!next || !*next)
            return next;
        auto &job = **next;
        auto transaction = store::Transaction::begin(database, durabilityOf(job));
        if (!transaction)
            return Unexpected(transaction.error());
        const auto done = database.run(
            u"UPDATE jobs SET status = 'RUNNING', running_at = ?, updated_at = ? WHERE id = ?"_s, {now, now, job.id});
        if (!done)
            return Unexpected(done.error());
        job.status = JobStatus::Running;
        job.runningAt = job.updatedAt = fromMicroseconds(now);
        if (const auto noted = noteEvent(database, job, now); !noted)
            return Unexpected(noted.error());
        if (const auto committed = transaction->commit(); !committed)
            return Unexpected(committed.error());
        tellOfEvents(job);
        return next;
    });
}

Expected<bool> JobStore::setInput(const QString &id, const QString &fileId)
{
    return m_store.call([&](store::Database &database) -> Expected<bool> {
        auto changed = database.run(u"UPDATE jobs SET input = ? WHERE id = ? AND status = 'RUNNING'"_s, {fileId, id});
        if (!changed)
            return Unexpected(changed.error());
        return changed->numRowsAffected() > 0;
    });
}

Expected<bool> JobStore::end(const QString &id, JobStatus status, const std::optional<QString> &errorMessage,
                             const Json *result)
{
    const auto now = toMicroseconds(m_clock.now());
    return m_store.call([&](store::Database &database) -> Expected<bool> {
        auto job = findJob(database, id);
        if (!job && job.error().code != ErrorCode::NotFound)
            return Unexpected(job.error());
        if (!job || job->status != JobStatus::Running)
            return false;
        auto transaction = store::Transaction::begin(database, durabilityOf(*job));
        if (!transaction)
            return Unexpected(transaction.error());
        const auto changed =
            database.run(u"UPDATE jobs SET status = ?, error_message = ?, updated_at = ?, ended_at = ? WHERE id = ?"_s,
                         {api::statusWord(status), storedText(errorMessage), now, now, id});
        if (!changed)
            return Unexpected(changed.error());
        job->status = status;
        job->errorMessage = errorMessage;
        job->updatedAt = fromMicroseconds(now);
        job->endedAt = job->updatedAt;
        if (result) {
            if (const auto stored = storeParts(database, id, *result); !stored)
                return Unexpected(stored.error());
            job->result = *result;
        }
        if (const auto noted = noteEvent(database, *job, now); !noted)
            return Unexpected(noted.error());
        if (const auto done = transaction->commit(); !done)
            return Unexpected(done.error());
        tellOfEvents(*job);
        return true;
    });
}

Expected<bool> JobStore::complete(const QString &id, const Json &result)
{
    return end(id, JobStatus::Completed, {}, &result);
}

Expected<bool> JobStore::fail(const QString &id, const QString &errorMessage)
{
    return end(id, JobStatus::Failed, errorMessage, nullptr);
}

Expected<StoredJob> JobStore::cancel(JobKind kind, const QString &id)
{
    const auto now = toMicroseconds(m_clock.now());
    return m_store.call([&](store::Database &database) -> Expected<StoredJob> {
        auto transaction = store::Transaction::begin(database);
        if (!transaction)
            return Unexpected(transaction.error());
        auto changed = database.run(u"UPDATE jobs SET status = 'CANCELLED', updated_at = ?, ended_at = ? "
                                    "WHERE kind = ? AND id = ? AND status IN ('PENDING', 'RUNNING')"_s,
                                    {now, now, jobKindWord(kind), id});
        if (!changed)
            return Unexpected(changed.error());
        const auto count = changed->numRowsAffected();
        auto job = findJob(database, kind, id);
        if (!job)
            return job;
        if (count == 0)
            return Unexpected(ErrorCode::Conflict, u"the job is already %1"_s.arg(api::statusWord(job->status)), id);
        if (const auto noted = noteEvent(database, *job, now); !noted)
            return Unexpected(noted.error());
        if (const auto done = transaction->commit(); !done)
            return Unexpected(done.error());
        tellOfEvents(*job);
        return job;
    });
}

Expected<void> JobStore::remove(JobKind kind, const QString &id)
{
    return m_store.call([&](store::Database &database) -> Expected<void> {
        const auto job = findJob(database, kind, id);
        if (!job && job.error().code != ErrorCode::NotFound)
            return Unexpected(job.error());
        if (job && !domain::isOver(job->status))
            return Unexpected(ErrorCode::Conflict,
                              u"the job is %1; cancel it before it is deleted"_s.arg(api::statusWord(job->status)), id);
        auto transaction = store::Transaction::begin(database);
        if (!transaction)
            return Unexpected(transaction.error());
        const auto named = kind == JobKind::Parse ? forgetParseJob(database, id) : Expected<bool>(false);
        if (!named)
            return Unexpected(named.error());
        if (!job && !*named)
            return Unexpected(job.error());
        if (const auto removed = database.run(u"DELETE FROM jobs WHERE kind = ? AND id = ?"_s, {jobKindWord(kind), id});
            !removed)
            return Unexpected(removed.error());
        return transaction->commit();
    });
}

Expected<void> JobStore::restartInterrupted()
{
    return m_store.call([](store::Database &database) -> Expected<void> {
        const auto done =
            database.run(u"UPDATE jobs SET status = 'PENDING', running_at = NULL WHERE status = 'RUNNING'"_s);
        return done ? Expected<void>() : Expected<void>(Unexpected(done.error()));
    });
}

} // namespace xs::server
