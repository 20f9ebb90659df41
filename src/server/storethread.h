// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/descriptor.h"
#include "store/database.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>

namespace xs::server {

/// The service's only database connection and the thread that owns it. A connection belongs to one thread, and
/// SQLite has one writer anyway: so all threads hand their work to this one and wait for its answer. What runs
/// together in one `call` sees no change by others in between.
class StoreThread
{
public:
    /// Opens the store on its own thread. Errors as store::Database::open.
    static Expected<std::unique_ptr<StoreThread>> open(const QString &path,
                                                       const std::vector<store::Migration> &migrations);
    ~StoreThread();
    StoreThread(const StoreThread &) = delete;
    StoreThread &operator=(const StoreThread &) = delete;

    /// Runs `work(store::Database &)` on the store's thread and returns what it returns.
    template <typename Work>
    auto call(Work work)
    {
        using Result = std::invoke_result_t<Work, store::Database &>;
        static_assert(!std::is_same_v<Result, Expected<store::Statement>>, "statements belong to the store's thread");
        std::packaged_task<Result()> task([&] { return work(*m_database); });
        auto result = task.get_future();
        post([&task] { task(); });
        return result.get();
    }

    /// Returns when everything that was committed before is on the disk. It is the caller's thread that waits, while
    /// the store's goes on; several callers wait together. Error StoreUnavailable.
    Expected<void> waitForDisk() const;

private:
    StoreThread() = default;
    void post(std::function<void()> work);
    void loop();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::function<void()>> m_queue;
    bool m_stopping = false;
    std::unique_ptr<store::Database> m_database;
    /// The write-ahead log. SQLite itself makes firm what it takes over from there into the database.
    Descriptor m_log;
    std::thread m_thread;
};

} // namespace xs::server
