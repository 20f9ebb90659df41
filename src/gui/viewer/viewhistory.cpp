// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewer/viewhistory.h"

namespace xs::gui::viewer {

namespace {

constexpr std::size_t mostPlaces = 200;

std::optional<ViewPlace> step(std::vector<ViewPlace> &from, std::vector<ViewPlace> &to, const ViewPlace &here)
{
    if (from.empty())
        return {};
    to.push_back(here);
    const auto there = from.back();
    from.pop_back();
    return there;
}

} // namespace

void ViewHistory::leave(const ViewPlace &here)
{
    m_forward.clear();
    if (!m_back.empty() && m_back.back() == here)
        return;
    if (m_back.size() == mostPlaces)
        m_back.erase(m_back.begin());
    m_back.push_back(here);
}

std::optional<ViewPlace> ViewHistory::back(const ViewPlace &here)
{
    return step(m_back, m_forward, here);
}

std::optional<ViewPlace> ViewHistory::forward(const ViewPlace &here)
{
    return step(m_forward, m_back, here);
}

void ViewHistory::clear()
{
    m_back.clear();
    m_forward.clear();
}

} // namespace xs::gui::viewer
