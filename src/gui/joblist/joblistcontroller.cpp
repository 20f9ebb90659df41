// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/joblist/joblistcontroller.h"

#include "jobs/jobqueue.h"

namespace xs::gui::joblist {

JobListController::JobListController(jobs::JobQueue &queue, const Clock &clock, Summarize summarize, QObject *parent)
    : QObject(parent), m_queue(queue), m_model(clock, std::move(summarize))
{
    for (const auto &id : m_queue.ids())
        show(id);
    connect(&m_queue, &jobs::JobQueue::jobAdded, this, &JobListController::show);
    connect(&m_queue, &jobs::JobQueue::jobChanged, this, &JobListController::show);
    connect(&m_queue, &jobs::JobQueue::jobRemoved, &m_model, &JobModel::removeJob);
    connect(&m_queue, &jobs::JobQueue::uploadProgress, &m_model, &JobModel::setUploadProgress);
}

void JobListController::show(const LocalJobId &id)
{
    if (const auto *job = m_queue.job(id))
        m_model.setJob(*job);
}

void JobListController::retry(const QList<LocalJobId> &ids)
{
    for (const auto &id : ids)
        m_queue.retry(id);
}

void JobListController::retryAllFailed()
{
    for (const auto &id : m_queue.ids())
        if (const auto *job = m_queue.job(id); job && job->phase == jobs::Phase::Failed)
            m_queue.retry(id);
}

void JobListController::cancel(const QList<LocalJobId> &ids)
{
    for (const auto &id : ids)
        m_queue.cancel(id);
}

void JobListController::remove(const QList<LocalJobId> &ids)
{
    for (const auto &id : ids)
        m_queue.remove(id);
}

} // namespace xs::gui::joblist
