// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewer/pagelayout.h"

#include <algorithm>
#include <cmath>

namespace xs::gui::viewer {

domain::PageRect turnedRect(const domain::PageRect &rect, int degrees)
{
    switch (((degrees % 360) + 360) % 360) {
    case 90:
        return {1 - rect.y() - rect.height(), rect.x(), rect.height(), rect.width()};
    case 180:
        return {1 - rect.x() - rect.width(), 1 - rect.y() - rect.height(), rect.width(), rect.height()};
    case 270:
        return {rect.y(), 1 - rect.x() - rect.width(), rect.height(), rect.width()};
    default:
        return rect;
    }
}

domain::PageSize PageLayout::turnedSize(const domain::PageSize &size) const
{
    return m_turn % 180 == 0 ? size : size.transposed();
}

void PageLayout::arrange(double scale, double viewWidth)
{
    double widest = 0;
    for (const auto &size : m_sizes)
        widest = std::max(widest, std::round(turnedSize(size).width() * scale));
    const auto width = std::max(widest + 2 * margin, viewWidth);

    m_rects.clear();
    double y = margin;
    for (const auto &stored : m_sizes) {
        const auto size = turnedSize(stored);
        const QSizeF pixels(std::max(1.0, std::round(size.width() * scale)),
                            std::max(1.0, std::round(size.height() * scale)));
        m_rects.emplace_back(QPointF(std::floor((width - pixels.width()) / 2), y), pixels);
        y += pixels.height() + gap;
    }
    m_size = QSizeF(width, m_rects.empty() ? 0 : y - gap + margin);
}

int PageLayout::pageAt(double y) const
{
    if (m_rects.empty())
        return -1;
    const auto next =
        std::ranges::lower_bound(m_rects, y, {}, [](const QRectF &rect) { return rect.bottom() + gap / 2; });
    return static_cast<int>(std::min(next, m_rects.end() - 1) - m_rects.begin());
}

std::vector<int> PageLayout::pagesBetween(double top, double bottom) const
{
    std::vector<int> pages;
    for (int page = std::max(0, pageAt(top)); page < pageCount() && m_rects[page].top() <= bottom; ++page)
        if (m_rects[page].bottom() >= top)
            pages.push_back(page);
    return pages;
}

double PageLayout::scaleForWidth(double viewWidth) const
{
    double widest = 1;
    for (const auto &size : m_sizes)
        widest = std::max(widest, turnedSize(size).width());
    return std::max(1.0, viewWidth - 2 * margin) / widest;
}

double PageLayout::scaleForPage(int page, const QSizeF &view) const
{
    if (page < 0 || page >= pageCount())
        return 1;
    const auto size = turnedSize(m_sizes[page]);
    return std::max(0.01,
                    std::min((view.width() - 2 * margin) / size.width(), (view.height() - 2 * margin) / size.height()));
}

QRectF PageLayout::toPixels(int page, const domain::PageRect &rect) const
{
    const auto &place = m_rects.at(page);
    const auto turned = turnedRect(rect, m_turn);
    return {place.x() + turned.x() * place.width(), place.y() + turned.y() * place.height(),
            turned.width() * place.width(), turned.height() * place.height()};
}

domain::PageRect PageLayout::toPage(int page, const QRectF &pixels) const
{
    const auto &place = m_rects.at(page);
    return turnedRect({(pixels.x() - place.x()) / place.width(), (pixels.y() - place.y()) / place.height(),
                       pixels.width() / place.width(), pixels.height() / place.height()},
                      -m_turn);
}

} // namespace xs::gui::viewer
