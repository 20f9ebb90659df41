// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faketime.h"

#include <QCoreApplication>
#include <QEvent>
#include <QThreadPool>

namespace xs::test {

FakeTime::FakeTime() : m_now(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC)
{
}

void FakeTime::after(std::chrono::milliseconds wait, QObject *context, std::function<void()> action)
{
    m_due.emplace(m_now.addMSecs(wait.count()), Due{context, std::move(action)});
}

void FakeTime::settle()
{
    // A chain of queued events (call, reply, lane, poller) is shorter than this.
    constexpr int longestChain = 40;
    for (int i = 0; i < longestChain; ++i) {
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

bool FakeTime::runNext(const QDateTime &until)
{
    if (m_due.empty() || m_due.begin()->first > until)
        return false;
    const auto node = m_due.extract(m_due.begin());
    if (node.mapped().context) {
        m_now = std::max(m_now, node.key());
        node.mapped().action();
        settle();
    }
    return true;
}

void FakeTime::advance(std::chrono::milliseconds span)
{
    const auto until = m_now.addMSecs(span.count());
    settle();
    while (runNext(until)) {
    }
    m_now = until;
}

bool FakeTime::runUntil(const std::function<bool()> &done, std::chrono::milliseconds limit)
{
    const auto until = m_now.addMSecs(limit.count());
    settle();
    while (!done() && runNext(until)) {
    }
    return done();
}

} // namespace xs::test
