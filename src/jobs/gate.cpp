// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/gate.h"

#include <algorithm>

namespace xs::jobs {

namespace {

constexpr milliseconds window{60'000};

milliseconds between(const QDateTime &from, const QDateTime &to)
{
    return milliseconds(from.msecsTo(to));
}

} // namespace

milliseconds Gate::wait() const
{
    const auto now = m_clock.now();
    auto wait = milliseconds(0);
    if (m_closedUntil.isValid())
        wait = std::max(wait, between(now, m_closedUntil));
    if (m_limit > 0 && m_taken.size() >= static_cast<std::size_t>(m_limit)) {
        const auto &oldest = m_taken[m_taken.size() - static_cast<std::size_t>(m_limit)];
        // A clock that was set back must not close the gate for longer than the window.
        wait = std::max(wait, std::min(window, window - between(oldest, now)));
    }
    return wait;
}

void Gate::take()
{
    if (m_limit == 0)
        return;
    m_taken.push_back(m_clock.now());
    while (m_taken.size() > static_cast<std::size_t>(m_limit))
        m_taken.pop_front();
}

void Gate::giveBack()
{
    if (!m_taken.empty())
        m_taken.pop_back();
}

void Gate::close(const Error &trouble, std::optional<milliseconds> retryAfter)
{
    const auto now = m_clock.now();
    if (m_trouble.code == ErrorCode::None)
        m_troubleSince = now;
    m_trouble = trouble;
    // Several requests that fail together are one failure.
    const auto isClosed = m_closedUntil.isValid() && m_closedUntil > now;
    if (!isClosed)
        ++m_closings;
    const auto doubled = m_policy.firstTroubleWait * (1ll << std::clamp(m_closings - 1, 0, 20));
    const auto until =
        now.addMSecs(retryAfter.value_or(std::min<milliseconds>(doubled, m_policy.longestTroubleWait)).count());
    m_closedUntil = isClosed ? std::max(m_closedUntil, until) : until;
    m_serverAsked = (isClosed && m_serverAsked) || retryAfter || trouble.code == ErrorCode::RateLimited;
}

void Gate::succeeded()
{
    if (!m_serverAsked || m_clock.now() >= m_closedUntil)
        open();
}

void Gate::open()
{
    m_trouble = {};
    m_closings = 0;
    m_closedUntil = {};
    m_serverAsked = false;
    m_troubleSince = {};
}

void Gate::setBack(milliseconds span)
{
    for (auto *moment : {&m_troubleSince, &m_closedUntil})
        if (moment->isValid())
            *moment = moment->addMSecs(-span.count());
    for (auto &moment : m_taken)
        moment = moment.addMSecs(-span.count());
}

milliseconds Gate::troubleFor() const
{
    return m_troubleSince.isValid() ? between(m_troubleSince, m_clock.now()) : milliseconds(0);
}

} // namespace xs::jobs
