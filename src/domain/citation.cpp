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
        // Side by side, so that sizes beyond all measure end at the page's edges, too.
        const auto left = std::clamp(box.x() / size.width(), 0.0, 1.0);
        const auto top = std::clamp(box.y() / size.height(), 0.0, 1.0);
        const auto right = std::clamp((box.x() + box.width()) / size.width(), 0.0, 1.0);
        const auto bottom = std::clamp((box.y() + box.height()) / size.height(), 0.0, 1.0);
        if (right > left && bottom > top)
            rects.emplace_back(left, top, right - left, bottom - top);
    }
    return rects;
}

} // namespace xs::domain
