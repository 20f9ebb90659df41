// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/geometry.h"

#include <vector>

namespace xs::gui::viewer {

/// A rectangle of fractions after the page was turned clockwise by a multiple of 90 degrees, which may be negative.
domain::PageRect turnedRect(const domain::PageRect &rect, int degrees);

/// Where the pages of a document lie below each other, in pixels, and how they are turned. Pure arithmetic, no widgets.
class PageLayout
{
public:
    static constexpr double margin = 12;
    static constexpr double gap = 12;

    PageLayout() = default;
    explicit PageLayout(std::vector<domain::PageSize> sizes) : m_sizes(std::move(sizes)) {}

    /// Turns all pages clockwise, as a person who reads a page that was scanned sideways: a multiple of 90 degrees.
    /// Then arrange() is needed.
    void setTurn(int degrees) { m_turn = ((degrees % 360) + 360) % 360; }
    /// 0, 90, 180 or 270.
    int turn() const { return m_turn; }

    /// Places the pages at `scale` pixels a point, centred in a view of this width.
    void arrange(double scale, double viewWidth);

    int pageCount() const { return static_cast<int>(m_sizes.size()); }
    /// As the document has it, whatever the turn.
    const domain::PageSize &pageSize(int page) const { return m_sizes.at(page); }
    const std::vector<domain::PageSize> &pageSizes() const { return m_sizes; }
    const QRectF &pageRect(int page) const { return m_rects.at(page); }
    QSizeF size() const { return m_size; }

    /// The page that lies at a height, or the one nearest to it; −1 without pages.
    int pageAt(double y) const;
    /// Pages that touch the heights from `top` to `bottom`.
    std::vector<int> pagesBetween(double top, double bottom) const;

    /// The scale at which the widest page fills the width, or the given page the whole view.
    double scaleForWidth(double viewWidth) const;
    double scaleForPage(int page, const QSizeF &view) const;

    /// From the page's fractions to pixels, and back.
    QRectF toPixels(int page, const domain::PageRect &rect) const;
    domain::PageRect toPage(int page, const QRectF &pixels) const;

private:
    domain::PageSize turnedSize(const domain::PageSize &size) const;

    std::vector<domain::PageSize> m_sizes;
    std::vector<QRectF> m_rects;
    QSizeF m_size;
    int m_turn = 0;
};

} // namespace xs::gui::viewer
