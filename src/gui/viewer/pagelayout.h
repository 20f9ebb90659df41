// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/geometry.h"

#include <vector>

namespace xs::gui::viewer {

/// Where the pages of a document lie below each other, in pixels. Pure arithmetic, no widgets.
class PageLayout
{
public:
    static constexpr double margin = 12;
    static constexpr double gap = 12;

    PageLayout() = default;
    explicit PageLayout(std::vector<domain::PageSize> sizes) : m_sizes(std::move(sizes)) {}

    /// Places the pages at `scale` pixels a point, centred in a view of this width.
    void arrange(double scale, double viewWidth);

    int pageCount() const { return static_cast<int>(m_sizes.size()); }
    const domain::PageSize &pageSize(int page) const { return m_sizes.at(page); }
    const QRectF &pageRect(int page) const { return m_rects.at(page); }
    QSizeF size() const { return m_size; }

    /// The page that lies at a height, or the one nearest to it; −1 without pages.
    int pageAt(double y) const;
    /// Pages that touch the heights from `top` to `bottom`.
    std::vector<int> pagesBetween(double top, double bottom) const;

    /// The scale at which the widest page fills the width, or the given page the whole view.
    double scaleForWidth(double viewWidth) const;
    double scaleForPage(int page, const QSizeF &view) const;

    /// From the page's fractions to pixels.
    QRectF toPixels(int page, const domain::PageRect &rect) const;

private:
    std::vector<domain::PageSize> m_sizes;
    std::vector<QRectF> m_rects;
    QSizeF m_size;
};

} // namespace xs::gui::viewer
