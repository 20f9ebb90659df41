// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <chrono>
#include <functional>

namespace xs {

/// Does things later, in the thread of the event loop; tests pass one whose time they move themselves.
class Scheduler
{
public:
    virtual ~Scheduler() = default;
    /// Runs `action` once after the wait, never before this call has returned. Dropped when `context` dies.
    virtual void after(std::chrono::milliseconds wait, QObject *context, std::function<void()> action) = 0;
};

/// Scheduler of the running program.
class SystemScheduler final : public Scheduler
{
public:
    void after(std::chrono::milliseconds wait, QObject *context, std::function<void()> action) override;
};

/// One action that is still to come: setting it again or dropping it forgets the earlier one.
class Later
{
public:
    explicit Later(Scheduler &scheduler) : m_scheduler(scheduler) {}
    void set(std::chrono::milliseconds wait, std::function<void()> action);
    void drop() { m_context.reset(); }
    bool isSet() const { return m_context != nullptr; }

private:
    Scheduler &m_scheduler;
    std::unique_ptr<QObject> m_context;
};

} // namespace xs
