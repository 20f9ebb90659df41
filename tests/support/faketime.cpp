// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faketime.h"

#include <QCoreApplication>
#include <QEvent>
#include <QEventLoop>
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
    // Until some turns in a row have nothing to do; the limit ends chains that never do.
    constexpr int longestChain = 100'000;
    constexpr int quietTurns = 4;
    QEventLoop loop;
    for (int turn = 0, quiet = 0; turn < longestChain && quiet < quietTurns; ++turn) {
        QThreadPool::globalInstance()->waitForDone();
        const auto any = loop.processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        quiet = any ? 0 : quiet + 1;
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

void FakeTime::setBack(std::chrono::milliseconds span)
{
    m_now = m_now.addMSecs(-span.count());
    std::multimap<QDateTime, Due> moved;
    for (auto &[moment, due] : m_due)
        moved.emplace(moment.addMSecs(-span.count()), std::move(due));
    m_due = std::move(moved);
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
