// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

#include <optional>
#include <vector>

namespace xs::gui::viewer {

/// A spot of a document that stood in the upper left corner of the view, at a zoom.
struct ViewPlace
{
    int page = 0;
    /// In parts of the page's width and height as it is shown; outside 0…1 beside the page.
    QPointF spot;
    double zoom = 1;

    bool operator==(const ViewPlace &) const = default;
};

/// Where a person was before each jump, as in a browser: going somewhere new forgets what was forward. Pure logic.
class ViewHistory
{
public:
    /// Before a jump away from here.
    void leave(const ViewPlace &here);
    /// The place before or after, if there is one; `here` is kept for the way back.
    std::optional<ViewPlace> back(const ViewPlace &here);
    std::optional<ViewPlace> forward(const ViewPlace &here);
    bool canGoBack() const { return !m_back.empty(); }
    bool canGoForward() const { return !m_forward.empty(); }
    void clear();

private:
    std::vector<ViewPlace> m_back;
    std::vector<ViewPlace> m_forward;
};

} // namespace xs::gui::viewer
