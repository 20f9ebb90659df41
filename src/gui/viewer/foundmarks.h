// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/geometry.h"

#include <vector>

class QGraphicsScene;

namespace xs::gui::viewer {

class MarkedText;
class PageLayout;

/// A place that a search has found, in fractions of its page: one rectangle a line.
struct FoundPlace
{
    int page = 0;
    std::vector<domain::PageRect> rects;

    bool operator==(const FoundPlace &) const = default;
};

/// The marks of what a search has found, on the pages that are looked at. Owned by the page view; the items belong to
/// the scene.
class FoundMarks
{
public:
    FoundMarks(QGraphicsScene &scene, const PageLayout &layout);

    /// In the document's order; `current` is the one that is shown, −1 for none.
    void setPlaces(std::vector<FoundPlace> places, int current);
    void clear() { setPlaces({}, -1); }
    void showPages(const std::vector<int> &pages);
    /// The pages stand elsewhere or have another size.
    void place();

private:
    const PageLayout &m_layout;
    std::vector<FoundPlace> m_places;
    int m_current = -1;
    std::vector<int> m_shown;
    MarkedText *m_marks;
    MarkedText *m_currentMark;
};

} // namespace xs::gui::viewer
