// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/workerprocess.h"

#include <future>
#include <mutex>
#include <set>

namespace xs::server {

/// Runs what a request waits for in a worker process: work that is no job, such as proposing a schema. Lives in the
/// main thread; stop() comes before the listener's end, so that no handler waits for an event loop that is gone.
class TaskRunner : public QObject
{
    Q_OBJECT

public:
    /// At most `workerCount` tasks run at once and a few wait.
    TaskRunner(WorkerSettings settings, int workerCount);
    ~TaskRunner() override;

    /// Blocks; to be called from any thread but the runner's own. Errors: those of WorkerProcess; RateLimited when too
    /// many wait already, ServiceStopped.
    Expected<Json> run(const Json &request);
    /// Ends every task; nobody waits any more.
    void stop();

private:
    /// Somebody who waits; the first answer counts.
    struct Task
    {
        Json request;
        std::promise<Expected<Json>> answer;
        bool isAnswered = false;
    };
    using TaskPointer = std::shared_ptr<Task>;

    void startNext();
    void settle(const TaskPointer &task, const Expected<Json> &result);

    WorkerSpawner m_spawner;
    int m_workerCount;
    std::mutex m_mutex;
    bool m_stopped = false;
    /// All that are not answered; the first of them run.
    std::vector<TaskPointer> m_tasks;
    std::set<TaskPointer> m_running;
};

} // namespace xs::server
