// SPDX-License-Identifier: GPL-3.0-or-later
// How near a PageView looks, and how its pages are turned.
#include "gui/viewer/boxlayer.h"
#include "gui/viewer/pageview.h"

#include <QScrollBar>

#include <algorithm>

namespace xs::gui::viewer {

namespace {

constexpr double pointsPerInch = 72;
constexpr double zoomSteps[] = {0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5, 6, 8};

} // namespace

double PageView::scaleOf(double zoom) const
{
    return zoom * logicalDpiX() / pointsPerInch;
}

void PageView::setZoom(double zoom)
{
    zoomAt(zoom, QPointF(viewport()->rect().center()));
}

void PageView::setZoomMode(ZoomMode mode)
{
    m_mode = mode;
    const auto page = currentPage();
    arrange();
    if (mode == ZoomMode::FitPage)
        goToPage(page);
    emit zoomChanged();
}

void PageView::zoomIn()
{
    const auto next = std::ranges::upper_bound(zoomSteps, m_zoom + 0.005);
    setZoom(next != std::end(zoomSteps) ? *next : largestZoom);
}

void PageView::zoomOut()
{
    const auto next = std::ranges::lower_bound(zoomSteps, m_zoom - 0.005);
    setZoom(next != std::begin(zoomSteps) ? *(next - 1) : smallestZoom);
}

void PageView::zoomToSelection()
{
    const auto boxes = m_boxes->boxesOf(selectedPath(), selectedCitation());
    if (boxes.empty())
        return;
    leave();
    const auto &box = boxes.front();
    const auto fit = std::min(viewport()->width() * 0.6 / box.width(), viewport()->height() * 0.3 / box.height());
    setZoom(std::min(m_zoom * fit, 4.0));
    centerOn(m_boxes->boxesOf(selectedPath(), selectedCitation()).front().center());
}

/// The spot of the page under `viewPosition` stays where it is, whatever the change does to the layout.
template <typename Change>
void PageView::keepSpot(const QPointF &viewPosition, Change change)
{
    const auto scene = viewportTransform().inverted().map(viewPosition);
    const auto page = m_layout.pageAt(scene.y());
    if (page < 0)
        return;
    const auto spot = m_layout.toPage(page, QRectF(scene, QSizeF()));
    change();
    const auto moved = m_layout.toPixels(page, spot).topLeft();
    horizontalScrollBar()->setValue(qRound(moved.x() - viewPosition.x()));
    verticalScrollBar()->setValue(qRound(moved.y() - viewPosition.y()));
}

void PageView::zoomAt(double zoom, const QPointF &viewPosition)
{
    keepSpot(viewPosition, [&] {
        m_mode = ZoomMode::Fixed;
        m_zoom = std::clamp(zoom, smallestZoom, largestZoom);
        arrange();
    });
    emit zoomChanged();
}

void PageView::turn(int degrees)
{
    keepSpot(QPointF(viewport()->rect().center()), [&] {
        m_layout.setTurn(m_layout.turn() + degrees);
        arrange();
    });
    emit zoomChanged();
}

} // namespace xs::gui::viewer
