// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobtable.h"

#include "jobs/jobsteps.h"
#include "jobs/jobstore.h"

#include <algorithm>

namespace xs::jobs {

JobTable::JobTable(JobStore &store, const Clock &clock, QObject *parent)
    : QObject(parent), m_store(store), m_clock(clock)
{
}

JobTable::~JobTable() = default;

Expected<bool> JobTable::loadNext(int limit)
{
    const auto jobs = m_store.jobs(m_loadedUpTo, limit);
    if (!jobs)
        return Unexpected(jobs.error());
    for (const auto &job : *jobs)
        keep(job);
    return jobs->size() == static_cast<std::size_t>(limit);
}

Expected<void> JobTable::add(const std::vector<JobRecord> &jobs, const Json &configuration)
{
    if (const auto done = m_store.insert(jobs, configuration); !done)
        return done;
    for (const auto &job : jobs)
        keep(job);
    return {};
}

void JobTable::keep(const JobRecord &job)
{
    m_jobs.push_back(std::make_unique<JobRecord>(job));
    m_byId.insert(job.id, m_jobs.back().get());
    index(job);
    m_unfinished += isOver(job.phase) ? 0 : 1;
    emit added(job.id);
}

void JobTable::index(const JobRecord &job)
{
    if (!job.remoteId.isEmpty())
        m_byRemoteId.insert(job.remoteId, job.id);
    for (const auto &former : job.formerRemoteIds)
        m_byRemoteId.insert(former, job.id);
    m_sent.note(job);
}

bool JobTable::isNeeded(const FileId &file) const
{
    return std::ranges::any_of(m_sent.holders(file), [this](const LocalJobId &id) {
        const auto *holder = find(id);
        return holder && !isOver(holder->phase);
    });
}

const JobRecord *JobTable::find(const LocalJobId &id) const
{
    return m_byId.value(id);
}

std::vector<LocalJobId> JobTable::ids() const
{
    std::vector<LocalJobId> ids;
    ids.reserve(m_jobs.size());
    for (const auto &job : m_jobs)
        ids.push_back(job->id);
    return ids;
}

bool JobTable::isKnown(const JobId &remoteId, const LocalJobId &except) const
{
    const auto owner = m_byRemoteId.constFind(remoteId);
    if (owner == m_byRemoteId.cend())
        return false;
    const auto *job = find(*owner);
    return *owner != except || (job && job->remoteId != remoteId);
}

bool JobTable::change(const LocalJobId &id, const Edit &edit, const Json *answer)
{
    auto *job = m_byId.value(id);
    if (!job)
        return false;
    auto edited = *job;
    edit(edited);
    Q_ASSERT(edited.phase == job->phase || mayFollow(job->phase, edited.phase));
    edited.updatedAt = m_clock.now();
    edited.hasAnswer = edited.hasAnswer || answer;
    if (!report(answer ? m_store.update(edited, *answer) : m_store.update(edited)))
        return false;
    m_unfinished += (isOver(job->phase) ? 1 : 0) - (isOver(edited.phase) ? 1 : 0);
    if (job->fileId != edited.fileId)
        m_sent.forget(*job);
    *job = std::move(edited);
    index(*job);
    if (isOver(job->phase) && job->removeWanted && nextStep(*job) == Step::None)
        remove(id);
    else
        emit changed(id);
    return true;
}

bool JobTable::annotate(const LocalJobId &id, const Edit &edit)
{
    auto *job = m_byId.value(id);
    if (!job)
        return false;
    auto edited = *job;
    edit(edited);
    if (!report(m_store.update(edited)))
        return false;
    *job = std::move(edited);
    emit changed(id);
    return true;
}

void JobTable::setTrouble(const LocalJobId &id, const Error &error)
{
    auto *job = m_byId.value(id);
    if (!job || isOver(job->phase) || job->error == error)
        return;
    job->error = error;
    emit changed(id);
}

void JobTable::remove(const LocalJobId &id)
{
    const auto *job = m_byId.value(id);
    if (!job || !report(m_store.remove(id)))
        return;
    m_unfinished -= isOver(job->phase) ? 0 : 1;
    m_byId.remove(id);
    m_sent.forget(*job);
    // The newest are removed most often.
    const auto place =
        std::find_if(m_jobs.rbegin(), m_jobs.rend(), [job](const auto &kept) { return kept.get() == job; });
    m_jobs.erase(std::next(place).base());
    emit removed(id);
}

bool JobTable::report(const Expected<void> &written)
{
    if (!written)
        emit storeFailed(written.error());
    return written.has_value();
}

} // namespace xs::jobs
