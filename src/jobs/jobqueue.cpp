// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobqueue.h"

#include "api/configurationjson.h"
#include "api/jobjson.h"
#include "jobs/jobsteps.h"
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
    connect(m_table.get(), &JobTable::removalRefused, this, &JobQueue::removalRefused);
}

JobQueue::~JobQueue() = default;

Expected<void> JobQueue::resume()
{
    const auto some = loadSome(m_policy.jobsPerLoad);
    if (some && !m_isLoaded)
        loadLater();
    return some;
}

Expected<void> JobQueue::loadSome(int limit)
{
    const auto more = m_table->loadNext(limit);
    if (!more)
        return Unexpected(more.error());
    if (!*more)
        beginAll();
    return {};
}

void JobQueue::loadLater()
{
    const auto next = [this] {
        if (m_isLoaded)
            return;
        if (const auto some = loadSome(m_policy.jobsPerLoad); !some)
            emit storeFailed(some.error());
        else if (!m_isLoaded)
            loadLater();
    };
    QMetaObject::invokeMethod(this, next, Qt::QueuedConnection);
}

/// Every record is known now, so a lost create cannot be mistaken for another's.
void JobQueue::beginAll()
{
    m_isLoaded = true;
    for (const auto &id : ids()) {
        const auto *record = job(id);
        if (nextStep(*record) != Step::None)
            lane(record->connectionName).care(id);
        if (record->phase == Phase::Completed && record->hasAnswer && !record->summary)
            m_unsummarized.push_back(id);
    }
    emit loaded();
    summarizeNext();
}

/// One after the other, with the event loop in between.
void JobQueue::summarizeNext()
{
    if (m_unsummarized.empty())
        return;
    const auto id = m_unsummarized.back();
    m_unsummarized.pop_back();
    const auto stored = answer(id);
    const auto read = stored ? api::jobFromJson(*stored) : Expected<domain::ExtractJob>(Unexpected(stored.error()));
    if (read && job(id)) {
        const auto wanted = configuration(id);
        const auto summary = summaryOf(*read, wanted ? member(*wanted, "data_schema") : Json());
        (void)m_table->annotate(id, [&summary](JobRecord &changed) { changed.summary = summary; });
    }
    QMetaObject::invokeMethod(this, &JobQueue::summarizeNext, Qt::QueuedConnection);
}

Expected<std::vector<LocalJobId>> JobQueue::add(const QStringList &documents, const Json &configuration,
                                                const QString &connectionName)
{
    std::vector<JobRecord> jobs;
    for (const auto &document : documents) {
        const QFileInfo file(document);
        JobRecord made;
        made.document = {file.absoluteFilePath(), file.fileName(), file.size(), {}, {}};
        made.removeUpload = m_removeUploads;
        jobs.push_back(made);
    }
    return addRecords(std::move(jobs), configuration, connectionName);
}

Expected<std::vector<LocalJobId>> JobQueue::addServerInputs(const std::vector<ServerInput> &inputs,
                                                            const Json &configuration, const QString &connectionName)
{
    std::vector<JobRecord> jobs;
    for (const auto &input : inputs) {
        JobRecord made;
        made.document.name = input.name.isEmpty() ? input.id : input.name;
        made.fileId = FileId(input.id);
        made.phase = Phase::Creating;
        jobs.push_back(made);
    }
    return addRecords(std::move(jobs), configuration, connectionName);
}

Expected<std::vector<LocalJobId>> JobQueue::addRecords(std::vector<JobRecord> jobs, const Json &configuration,
                                                       const QString &connectionName)
{
    if (const auto read = api::configurationFromJson(configuration, api::MissingFlags::Off); !read)
        return Unexpected(read.error());
    if (!m_isLoaded)
        if (const auto rest = loadSome(-1); !rest)
            return Unexpected(rest.error());
    const auto connection = m_connections(connectionName);
    const auto now = m_network.clock.now();
    for (auto &job : jobs) {
        job.id = LocalJobId(QUuid::createUuid().toString(QUuid::WithoutBraces));
        job.connectionName = connectionName;
        job.baseUrl = connection ? connection->baseUrl : QUrl();
        job.createdAt = now;
        job.updatedAt = now;
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

void JobQueue::removeEverywhere(const LocalJobId &id)
{
    const auto *record = job(id);
    if (!record)
        return;
    if (record->isServerInput() && record->remoteId.isEmpty())
        return remove(id);
    const auto wasOver = isOver(record->phase);
    const auto marked = m_table->change(id, [](JobRecord &job) { job.removeWanted = job.removeThereToo = true; });
    if (!marked || !job(id))
        return;
    if (wasOver)
        lane(job(id)->connectionName).care(id);
    else
        cancel(id);
}

void JobQueue::setPageCount(const LocalJobId &id, int pages)
{
    const auto *record = job(id);
    if (record && record->document.pageCount != pages)
        (void)m_table->annotate(id, [pages](JobRecord &job) { job.document.pageCount = pages; });
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

Expected<QByteArray> JobQueue::answerText(const LocalJobId &id) const
{
    return m_table->store().answerText(id);
}

bool JobQueue::hasUpload(const FileId &file) const
{
    return !m_table->sentFiles().holders(file).isEmpty();
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
