// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/citation.h"

#include <algorithm>

namespace xs::domain {

namespace {

const QRectF wholePage(0, 0, 1, 1);

bool areRatios(const std::vector<QRectF> &boxes)
{
    return std::ranges::all_of(boxes, [](const QRectF &box) { return wholePage.contains(box); });
}

} // namespace

std::vector<PageRect> rectsOnPage(const Citation &citation, const PageSize &shown)
{
    const auto size = areRatios(citation.boxes) ? PageSize(1, 1) : citation.pageSize.value_or(shown);
    std::vector<PageRect> rects;
    if (size.width() <= 0 || size.height() <= 0)
        return rects;
    for (const auto &box : citation.boxes) {
        if (!(box.width() > 0 && box.height() > 0))
            continue;
        const QRectF scaled(box.x() / size.width(), box.y() / size.height(), box.width() / size.width(),
                            box.height() / size.height());
        if (const auto visible = scaled.intersected(wholePage); !visible.isEmpty())
            rects.push_back(visible);
    }
    return rects;
}

} // namespace xs::domain
