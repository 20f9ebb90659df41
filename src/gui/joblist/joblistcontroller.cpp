// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/joblist/joblistcontroller.h"

#include "jobs/jobqueue.h"

namespace xs::gui::joblist {

JobListController::JobListController(jobs::JobQueue &queue, const Clock &clock, QObject *parent)
    : QObject(parent), m_queue(queue), m_model(clock)
{
    for (const auto &id : m_queue.ids())
        show(id);
    // What is there at the start is there when the window shows.
    showSlice();
    connect(&m_queue, &jobs::JobQueue::jobAdded, this, &JobListController::show);
    connect(&m_queue, &jobs::JobQueue::jobChanged, this, &JobListController::show);
    connect(&m_queue, &jobs::JobQueue::jobRemoved, this, &JobListController::forget);
    connect(&m_queue, &jobs::JobQueue::uploadProgress, &m_model, &JobModel::setUploadProgress);
}

void JobListController::show(const LocalJobId &id)
{
    if (m_isWaiting.contains(id))
        return;
    m_isWaiting.insert(id);
    m_waiting.push_back(id);
    if (!std::exchange(m_showsSoon, true))
        QMetaObject::invokeMethod(this, &JobListController::showSlice, Qt::QueuedConnection);
}

void JobListController::showSlice()
{
    constexpr int sliceSize = 500;
    m_showsSoon = false;
    std::vector<jobs::JobRecord> slice;
    while (!m_waiting.empty() && slice.size() < sliceSize) {
        const auto id = m_waiting.front();
        m_waiting.pop_front();
        m_isWaiting.remove(id);
        if (const auto *job = m_queue.job(id))
            slice.push_back(*job);
    }
    m_model.setJobs(slice);
    if (!m_waiting.empty() && !std::exchange(m_showsSoon, true))
        QMetaObject::invokeMethod(this, &JobListController::showSlice, Qt::QueuedConnection);
}

void JobListController::forget(const LocalJobId &id)
{
    m_model.removeJob(id);
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

void JobListController::removeEverywhere(const QList<LocalJobId> &ids)
{
    for (const auto &id : ids)
        m_queue.removeEverywhere(id);
}

} // namespace xs::gui::joblist
