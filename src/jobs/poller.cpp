// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/poller.h"

#include "api/errorjson.h"
#include "client/listjobscall.h"
#include "jobs/jobsteps.h"
#include "jobs/jobstore.h"
#include "jobs/jobtable.h"
#include "jobs/pollschedule.h"

#include <QRandomGenerator>

#include <algorithm>

namespace xs::jobs {

Poller::Poller(JobTable &table, const client::Network &network, const JobPolicy &policy, Gate &gate)
    : m_table(table), m_network(network), m_policy(policy), m_gate(gate)
{
}

Poller::~Poller() = default;

void Poller::watch(const LocalJobId &id)
{
    m_numbers.insert(id, ++m_lastNumber);
    auto &watched = m_watched[m_lastNumber];
    watched = {.id = id, .since = m_network.clock.now(), .dueAt = {}};
    schedule(watched);
}

void Poller::forget(const LocalJobId &id)
{
    if (const auto number = m_numbers.find(id); number != m_numbers.end()) {
        m_watched.erase(*number);
        m_numbers.erase(number);
    }
}

bool Poller::isWatched(const LocalJobId &id) const
{
    return m_numbers.contains(id);
}

Poller::Watched *Poller::find(const LocalJobId &id)
{
    const auto number = m_numbers.constFind(id);
    return number == m_numbers.cend() ? nullptr : &m_watched.at(*number);
}

bool Poller::mayRead() const
{
    return m_calls.size() < static_cast<std::size_t>(m_policy.readsInFlight) && m_gate.wait() <= milliseconds(0);
}

std::vector<Poller::Watched *> Poller::due()
{
    const auto now = m_network.clock.now();
    std::vector<Watched *> due;
    for (auto &[number, watched] : m_watched)
        if (!watched.isBeingRead && watched.dueAt <= now)
            due.push_back(&watched);
    return due;
}

void Poller::setBack(milliseconds span)
{
    for (auto &[number, watched] : m_watched) {
        watched.since = watched.since.addMSecs(-span.count());
        watched.dueAt = watched.dueAt.addMSecs(-span.count());
    }
}

void Poller::pump(const client::Connection &connection)
{
    const auto useLists = !m_listRefused && m_watched.size() >= static_cast<std::size_t>(m_policy.listFrom);
    const auto dueNow = due();
    const auto isListed = [useLists](const Watched *watched) { return useLists && !watched->isOver; };
    for (auto *watched : dueNow)
        if (!isListed(watched) && mayRead())
            readOne(connection, *watched);
    if (std::ranges::none_of(dueNow, isListed))
        return;
    // One call costs the same for one job as for many, so all open ones come along.
    std::vector<Watched *> open;
    for (auto &[number, watched] : m_watched)
        if (!watched.isOver && !watched.isBeingRead)
            open.push_back(&watched);
    for (auto first = open.begin(); first != open.end() && mayRead();) {
        const auto last = first + std::min<std::ptrdiff_t>(m_policy.jobsPerList, open.end() - first);
        readMany(connection, {first, last});
        first = last;
    }
}

std::optional<milliseconds> Poller::nextDue() const
{
    if (m_calls.size() >= static_cast<std::size_t>(m_policy.readsInFlight))
        return {};
    std::optional<milliseconds> wait;
    const auto now = m_network.clock.now();
    for (const auto &[number, watched] : m_watched) {
        if (watched.isBeingRead)
            continue;
        const auto own = std::max(milliseconds(now.msecsTo(watched.dueAt)), milliseconds(0));
        wait = std::min(wait.value_or(own), own);
    }
    return wait;
}

void Poller::readOne(const client::Connection &connection, Watched &watched)
{
    const auto *record = m_table.find(watched.id);
    if (!record)
        return;
    const auto isFinal = watched.isOver;
    auto *call = new client::GetJobCall(m_network, connection, record->remoteId,
                                        isFinal ? client::Expand::Everything : client::Expand::Nothing);
    watched.isBeingRead = true;
    connect(call, &client::Call::finished, this, [this, call, id = watched.id, isFinal] {
        emit through();
        if (auto *read = find(id)) {
            if (isFinal && domain::isOver(call->job().status))
                complete(id, call->job());
            else
                seen(*read, call->job());
        }
        drop(call);
    });
    connect(call, &client::Call::failed, this, [this, call, id = watched.id] {
        readFailed({id}, *call);
        drop(call);
    });
    start(call);
}

void Poller::readMany(const client::Connection &connection, const std::vector<Watched *> &group)
{
    client::JobFilter filter;
    std::vector<LocalJobId> ids;
    for (auto *watched : group) {
        const auto *record = m_table.find(watched->id);
        if (!record)
            continue;
        watched->isBeingRead = true;
        filter.ids.push_back(record->remoteId);
        ids.push_back(watched->id);
    }
    if (ids.empty())
        return;
    filter.pageSize = static_cast<int>(filter.ids.size());
    auto *call = new client::ListJobsCall(m_network, connection, filter);
    connect(call, &client::Call::finished, this, [this, call, ids] {
        emit through();
        listAnswered(*call, ids);
        drop(call);
    });
    connect(call, &client::Call::failed, this, [this, call, ids] {
        if (call->error().code == ErrorCode::RequestRefused || call->error().code == ErrorCode::NotFound)
            m_listRefused = true;
        readFailed(ids, *call);
        drop(call);
    });
    start(call);
}

void Poller::listAnswered(const client::ListJobsCall &call, const std::vector<LocalJobId> &group)
{
    const auto &items = call.page().items;
    for (const auto &id : group) {
        auto *watched = find(id);
        const auto *record = m_table.find(id);
        if (!watched || !record)
            continue;
        const auto found = std::ranges::find(items, record->remoteId, &domain::ExtractJob::id);
        if (found != items.end()) {
            seen(*watched, *found);
            continue;
        }
        // Not in the list: read alone, which says whether the server still knows it.
        watched->isBeingRead = false;
        watched->isOver = true;
        watched->dueAt = m_network.clock.now();
    }
}

void Poller::seen(Watched &watched, const domain::ExtractJob &job)
{
    const auto id = watched.id;
    watched.isBeingRead = false;
    watched.reads += 1;
    watched.isOver = domain::isOver(job.status);
    schedule(watched);
    if (watched.isOver)
        watched.dueAt = m_network.clock.now();
    const auto word = toQString(member(job.raw, "status"));
    const auto *record = m_table.find(id);
    // The last word is written together with the answer.
    if (record && record->remoteStatus != word && !watched.isOver)
        (void)m_table.change(id, [&word](JobRecord &changed) { changed.remoteStatus = word; });
}

void Poller::complete(const LocalJobId &id, const domain::ExtractJob &job)
{
    std::optional<JobSummary> summary;
    if (job.status == domain::JobStatus::Completed) {
        const auto configuration = m_table.store().configuration(id);
        summary = summaryOf(job, configuration ? member(*configuration, "data_schema") : Json());
    }
    const auto edit = [&job, &summary](JobRecord &record) {
        record.summary = summary;
        record.remoteStatus = toQString(member(job.raw, "status"));
        record.cancelWanted = false;
        record.error = {};
        if (job.status == domain::JobStatus::Failed) {
            record.error = api::errorOfFailedJob(job.errorMessage.value_or(QString()));
            record.error.place = record.isServerInput() ? record.fileId.text() : record.document.path;
        }
        record.phase = job.status == domain::JobStatus::Completed ? Phase::Completed
                       : job.status == domain::JobStatus::Failed  ? Phase::Failed
                                                                  : Phase::Cancelled;
    };
    forget(LocalJobId(id));
    (void)m_table.change(id, edit, &job.raw);
}

void Poller::readFailed(const std::vector<LocalJobId> &group, const client::Call &call)
{
    const auto error = call.error();
    const auto isRefused = causeOf(error) == Cause::Request;
    const auto wasList = qobject_cast<const client::ListJobsCall *>(&call) != nullptr;
    for (const auto &id : group) {
        auto *watched = find(id);
        if (!watched)
            continue;
        watched->isBeingRead = false;
        if (!isRefused || (wasList && m_listRefused))
            continue;
        forget(id);
        (void)m_table.change(id, [&error](JobRecord &record) {
            record.error = error;
            record.phase = Phase::Failed;
        });
    }
    if (!isRefused)
        emit trouble(error, call.retryAfter());
}

void Poller::schedule(Watched &watched)
{
    const auto now = m_network.clock.now();
    const auto wait = pollWait(watched.reads, milliseconds(watched.since.msecsTo(now)));
    const auto chance = 1.0 + m_policy.jitter * (2.0 * QRandomGenerator::global()->generateDouble() - 1.0);
    watched.dueAt = now.addMSecs(static_cast<qint64>(static_cast<double>(wait.count()) * chance));
}

void Poller::start(client::Call *call)
{
    m_gate.take();
    m_calls.emplace_back(call);
    call->start();
}

void Poller::drop(client::Call *call)
{
    std::erase_if(m_calls, [call](const auto &kept) { return kept.get() == call; });
    emit moved();
}

} // namespace xs::jobs
