// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewer/foundmarks.h"

#include "gui/viewer/pagelayout.h"
#include "gui/viewer/sceneitems.h"

#include <QGraphicsScene>

#include <algorithm>

namespace xs::gui::viewer {

FoundMarks::FoundMarks(QGraphicsScene &scene, const PageLayout &layout)
    : m_layout(layout), m_marks(new MarkedText(MarkedText::Look::Found)),
      m_currentMark(new MarkedText(MarkedText::Look::FoundHere))
{
    scene.addItem(m_marks);
    scene.addItem(m_currentMark);
}

void FoundMarks::setPlaces(std::vector<FoundPlace> places, int current)
{
    m_places = std::move(places);
    m_current = current;
    place();
}

void FoundMarks::showPages(const std::vector<int> &pages)
{
    if (pages == m_shown)
        return;
    m_shown = pages;
    place();
}

void FoundMarks::place()
{
    std::vector<QRectF> marks;
    std::vector<QRectF> current;
    for (const auto page : m_shown) {
        if (page >= m_layout.pageCount())
            continue;
        const auto here = std::ranges::equal_range(m_places, page, {}, &FoundPlace::page);
        for (const auto &place : here)
            for (const auto &rect : place.rects)
                (&place - m_places.data() == m_current ? current : marks).push_back(m_layout.toPixels(page, rect));
    }
    m_marks->setBoxes(std::move(marks));
    m_currentMark->setBoxes(std::move(current));
}

} // namespace xs::gui::viewer
