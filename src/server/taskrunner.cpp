// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/taskrunner.h"

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

constexpr std::size_t mostWaiting = 8;

} // namespace

TaskRunner::TaskRunner(WorkerSettings settings, int workerCount)
    : m_spawner(std::move(settings)), m_workerCount(workerCount)
{
}

TaskRunner::~TaskRunner()
{
    stop();
    // Workers need the spawner to end.
    qDeleteAll(findChildren<WorkerProcess *>(Qt::FindDirectChildrenOnly));
}

Expected<Json> TaskRunner::run(const Json &request)
{
    const auto task = std::make_shared<Task>();
    task->request = request;
    auto answer = task->answer.get_future();
    {
        const std::scoped_lock lock(m_mutex);
        if (m_stopped)
            return Unexpected(ErrorCode::ServiceStopped, u"the service is stopping"_s);
        if (m_tasks.size() >= std::size_t(m_workerCount) + mostWaiting)
            return Unexpected(ErrorCode::RateLimited, u"too many requests of this kind wait already"_s);
        m_tasks.push_back(task);
    }
    QMetaObject::invokeMethod(this, &TaskRunner::startNext, Qt::QueuedConnection);
    return answer.get();
}

void TaskRunner::stop()
{
    std::vector<TaskPointer> tasks;
    {
        const std::scoped_lock lock(m_mutex);
        m_stopped = true;
        tasks = m_tasks;
    }
    for (const auto &task : tasks)
        settle(task, Expected<Json>(Unexpected(ErrorCode::ServiceStopped, u"the service is stopping"_s)));
}

void TaskRunner::startNext()
{
    TaskPointer next;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_stopped || m_running.size() >= std::size_t(m_workerCount))
            return;
        for (const auto &task : m_tasks)
            if (!m_running.contains(task)) {
                next = task;
                break;
            }
        if (!next)
            return;
        m_running.insert(next);
    }
    auto *worker = new WorkerProcess(m_spawner, this);
    connect(worker, &WorkerProcess::finished, this, [this, worker, next](const Expected<Json> &result) {
        worker->deleteLater();
        settle(next, result);
        startNext();
    });
    worker->run(next->request);
}

void TaskRunner::settle(const TaskPointer &task, const Expected<Json> &result)
{
    const std::scoped_lock lock(m_mutex);
    std::erase(m_tasks, task);
    m_running.erase(task);
    if (!std::exchange(task->isAnswered, true))
        task->answer.set_value(result);
}

} // namespace xs::server
