// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewer/pagelayout.h"

#include <algorithm>
#include <cmath>

namespace xs::gui::viewer {

void PageLayout::arrange(double scale, double viewWidth)
{
    double widest = 0;
    for (const auto &size : m_sizes)
        widest = std::max(widest, std::round(size.width() * scale));
    const auto width = std::max(widest + 2 * margin, viewWidth);

    m_rects.clear();
    double y = margin;
    for (const auto &size : m_sizes) {
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
        widest = std::max(widest, size.width());
    return std::max(1.0, viewWidth - 2 * margin) / widest;
}

double PageLayout::scaleForPage(int page, const QSizeF &view) const
{
    if (page < 0 || page >= pageCount())
        return 1;
    const auto &size = m_sizes[page];
    return std::max(0.01,
                    std::min((view.width() - 2 * margin) / size.width(), (view.height() - 2 * margin) / size.height()));
}

QRectF PageLayout::toPixels(int page, const domain::PageRect &rect) const
{
    const auto &place = m_rects.at(page);
    return {place.x() + rect.x() * place.width(), place.y() + rect.y() * place.height(), rect.width() * place.width(),
            rect.height() * place.height()};
}

} // namespace xs::gui::viewer
