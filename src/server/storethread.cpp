// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storethread.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

/// In KiB, as negative numbers are (sqlite.org/pragma.html#pragma_cache_size). SQLite's usual 2 MB fill up over the
/// first thousands of jobs; this is soon full, and enough for a page of a list with its results.
constexpr auto smallCache = "PRAGMA cache_size=-256"_L1;

} // namespace

Expected<std::unique_ptr<StoreThread>> StoreThread::open(const QString &path,
                                                         const std::vector<store::Migration> &migrations)
{
    auto self = std::unique_ptr<StoreThread>(new StoreThread);
    self->m_thread = std::thread([raw = self.get()] { raw->loop(); });
    std::promise<Expected<void>> opened;
    auto result = opened.get_future();
    self->post([&] {
        auto database = store::Database::open(path, migrations);
        const auto limited = database ? (*database)->run(smallCache) : Unexpected(database.error());
        if (limited)
            self->m_database = *std::move(database);
        opened.set_value(limited ? Expected<void>() : Expected<void>(Unexpected(limited.error())));
    });
    if (const auto done = result.get(); !done)
        return Unexpected(done.error());
    const auto log = path + u"-wal"_s;
    self->m_log = Descriptor(::open(QFile::encodeName(log).constData(), O_RDONLY | O_CLOEXEC));
    if (!self->m_log)
        return Unexpected(ErrorCode::StoreUnavailable, QString::fromLocal8Bit(std::strerror(errno)), log);
    return self;
}

Expected<void> StoreThread::waitForDisk() const
{
    if (::fdatasync(m_log.get()) == 0)
        return {};
    return Unexpected(ErrorCode::StoreUnavailable, QString::fromLocal8Bit(std::strerror(errno)));
}

StoreThread::~StoreThread()
{
    post([this] { m_database.reset(); });
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_one();
    m_thread.join();
}

void StoreThread::post(std::function<void()> work)
{
    {
        const std::lock_guard lock(m_mutex);
        m_queue.push_back(std::move(work));
    }
    m_changed.notify_one();
}

void StoreThread::loop()
{
    for (;;) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_stopping || !m_queue.empty(); });
        if (m_queue.empty())
            return;
        const auto work = std::move(m_queue.front());
        m_queue.pop_front();
        lock.unlock();
        work();
    }
}

} // namespace xs::server
