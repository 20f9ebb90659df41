// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/scheduler.h"

#include <QPointer>

#include <map>
#include <memory>

namespace xs::test {

/// Clock and scheduler whose time stands still until a test moves it, so that a minute of waiting takes no time.
class FakeTime final : public Clock, public Scheduler
{
public:
    FakeTime();

    QDateTime now() const override { return m_now; }
    void after(std::chrono::milliseconds wait, QObject *context, std::function<void()> action) override;

    /// Lets everything happen that needs no waiting (events, worker threads).
    void settle();
    /// Moves the time, with everything that falls due on the way, in order.
    void advance(std::chrono::milliseconds span);
    /// Sets the clock back, as a person or the network does; what was scheduled falls due after the same wait.
    void setBack(std::chrono::milliseconds span);
    /// Moves the time from one due action to the next until `done`, at most `limit` far; whether it came so.
    bool runUntil(const std::function<bool()> &done, std::chrono::milliseconds limit = std::chrono::hours(24));

private:
    struct Due
    {
        QPointer<QObject> context;
        std::function<void()> action;
    };
    bool runNext(const QDateTime &until);

    QDateTime m_now;
    std::multimap<QDateTime, Due> m_due;
};

} // namespace xs::test
