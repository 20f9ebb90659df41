// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobqueue.h"

#include "api/configurationjson.h"
#include "jobs/jobstore.h"
#include "jobs/jobtable.h"
#include "jobs/lane.h"

#include <QFileInfo>
#include <QUuid>

namespace xs::jobs {

JobQueue::JobQueue(JobStore &store, const client::Network &network, ConnectionProvider connections,
                   const JobPolicy &policy, QObject *parent)
    : QObject(parent), m_table(std::make_unique<JobTable>(store, network.clock)), m_network(network),
      m_connections(std::move(connections)), m_policy(policy)
{
    connect(m_table.get(), &JobTable::added, this, &JobQueue::jobAdded);
    connect(m_table.get(), &JobTable::changed, this, [this](const LocalJobId &id) {
        emit jobChanged(id);
        if (const auto *record = job(id); record && isOver(record->phase) && unfinished() == 0)
            emit idle();
    });
    connect(m_table.get(), &JobTable::removed, this, [this](const LocalJobId &id) {
        emit jobRemoved(id);
        if (unfinished() == 0)
            emit idle();
    });
    connect(m_table.get(), &JobTable::storeFailed, this, &JobQueue::storeFailed);
}

JobQueue::~JobQueue() = default;

Expected<void> JobQueue::resume()
{
    if (const auto loaded = m_table->load(); !loaded)
        return loaded;
    for (const auto &id : ids())
        if (const auto *record = job(id); !isOver(record->phase))
            lane(record->connectionName).care(id);
    return {};
}

Expected<std::vector<LocalJobId>> JobQueue::add(const QStringList &documents, const Json &configuration,
                                                const QString &connectionName)
{
    if (const auto read = api::configurationFromJson(configuration, api::MissingFlags::Off); !read)
        return Unexpected(read.error());
    const auto connection = m_connections(connectionName);
    JobRecord made;
    made.connectionName = connectionName;
    made.baseUrl = connection ? connection->baseUrl : QUrl();
    made.createdAt = m_network.clock.now();
    made.updatedAt = made.createdAt;
    std::vector<JobRecord> jobs;
    for (const auto &document : documents) {
        const QFileInfo file(document);
        made.id = LocalJobId(QUuid::createUuid().toString(QUuid::WithoutBraces));
        made.document = {file.absoluteFilePath(), file.fileName(), file.size(), {}, {}};
        jobs.push_back(made);
    }
    if (const auto added = m_table->add(jobs, configuration); !added)
        return Unexpected(added.error());
    std::vector<LocalJobId> ids;
    for (const auto &job : jobs) {
        ids.push_back(job.id);
        lane(connectionName).care(job.id);
    }
    return ids;
}

void JobQueue::retry(const LocalJobId &id)
{
    const auto *record = job(id);
    if (!record || (record->phase != Phase::Failed && record->phase != Phase::Cancelled))
        return;
    if (m_table->change(id, [](JobRecord &job) { job = begunAgain(job); }))
        lane(job(id)->connectionName).care(id);
}

void JobQueue::cancel(const LocalJobId &id)
{
    const auto *record = job(id);
    if (!record || isOver(record->phase) || record->cancelWanted)
        return;
    if (m_table->change(id, [](JobRecord &job) { job.cancelWanted = true; }))
        lane(job(id)->connectionName).interrupt(id);
}

void JobQueue::remove(const LocalJobId &id)
{
    const auto *record = job(id);
    if (!record)
        return;
    if (isOver(record->phase))
        return m_table->remove(id);
    if (m_table->change(id, [](JobRecord &job) { job.removeWanted = true; }))
        cancel(id);
}

void JobQueue::setPageCount(const LocalJobId &id, int pages)
{
    const auto *record = job(id);
    if (record && record->document.pageCount != pages)
        (void)m_table->change(id, [pages](JobRecord &job) { job.document.pageCount = pages; });
}

void JobQueue::connectionChanged(const QString &name)
{
    lane(name).retryNow();
}

std::vector<LocalJobId> JobQueue::ids() const
{
    return m_table->ids();
}

const JobRecord *JobQueue::job(const LocalJobId &id) const
{
    return m_table->find(id);
}

Expected<Json> JobQueue::configuration(const LocalJobId &id) const
{
    return m_table->store().configuration(id);
}

Expected<Json> JobQueue::answer(const LocalJobId &id) const
{
    return m_table->store().answer(id);
}

int JobQueue::unfinished() const
{
    return m_table->unfinished();
}

Lane &JobQueue::lane(const QString &connectionName)
{
    auto &lane = m_lanes[connectionName];
    if (!lane) {
        lane = std::make_unique<Lane>(connectionName, *m_table, m_network, m_connections, m_policy);
        connect(lane.get(), &Lane::uploadProgress, this, &JobQueue::uploadProgress);
    }
    return *lane;
}

} // namespace xs::jobs
