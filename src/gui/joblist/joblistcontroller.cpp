// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/joblist/joblistcontroller.h"

#include "jobs/jobqueue.h"

#include <QElapsedTimer>

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

/// What was asked for is done, also when the window closes before.
JobListController::~JobListController()
{
    disconnect(&m_queue, nullptr, this, nullptr);
    while (!m_wishes.empty())
        fulfilNext();
}

void JobListController::fulfilNext()
{
    const auto [wish, id] = m_wishes.front();
    m_wishes.pop_front();
    (m_queue.*wish)(id);
}

void JobListController::fulfilSlice()
{
    constexpr qint64 sliceTime = 15;
    QElapsedTimer timer;
    timer.start();
    while (!m_wishes.empty() && timer.elapsed() < sliceTime)
        fulfilNext();
    if (!m_wishes.empty())
        QMetaObject::invokeMethod(this, &JobListController::fulfilSlice, Qt::QueuedConnection);
}

void JobListController::wish(Wish wish, const QList<LocalJobId> &ids)
{
    const auto isBusy = !m_wishes.empty();
    for (const auto &id : ids)
        m_wishes.push_back({wish, id});
    if (!isBusy)
        fulfilSlice();
}

void JobListController::retry(const QList<LocalJobId> &ids)
{
    wish(&jobs::JobQueue::retry, ids);
}

void JobListController::retryAllFailed()
{
    QList<LocalJobId> failed;
    for (const auto &id : m_queue.ids())
        if (const auto *job = m_queue.job(id); job && job->phase == jobs::Phase::Failed)
            failed << id;
    retry(failed);
}

void JobListController::cancel(const QList<LocalJobId> &ids)
{
    wish(&jobs::JobQueue::cancel, ids);
}

void JobListController::remove(const QList<LocalJobId> &ids)
{
    wish(&jobs::JobQueue::remove, ids);
}

void JobListController::removeEverywhere(const QList<LocalJobId> &ids)
{
    wish(&jobs::JobQueue::removeEverywhere, ids);
}

} // namespace xs::gui::joblist
