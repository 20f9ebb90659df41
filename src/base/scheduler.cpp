// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/scheduler.h"

#include <QTimer>

namespace xs {

void SystemScheduler::after(std::chrono::milliseconds wait, QObject *context, std::function<void()> action)
{
    QTimer::singleShot(wait, context, std::move(action));
}

void Later::set(std::chrono::milliseconds wait, std::function<void()> action)
{
    m_context = std::make_unique<QObject>();
    m_scheduler.after(wait, m_context.get(), [this, action = std::move(action)] {
        // The context dies by its own event only after the event is over; the action may set this object again
        // or destroy it.
        m_context.release()->deleteLater();
        action();
    });
}

} // namespace xs
