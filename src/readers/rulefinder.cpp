// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/rulefinder.h"

#include "readers/picture.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

namespace xs::readers {

namespace {

/// In points: strokes of letters are shorter, and what is thicker is an area.
constexpr double shortest = 13;
constexpr double thickest = 3.5;
/// Hairlines are painted as light grey.
constexpr int lightest = 224;
constexpr int mostRules = 4000;

enum class Direction { Upright, Level };

std::vector<domain::PageRect> rulesOf(Pix *binary, double dotsPerPoint, Direction direction)
{
    std::vector<domain::PageRect> rules;
    const auto isUpright = direction == Direction::Upright;
    const auto length = std::max(3, int(std::lround(shortest * dotsPerPoint)));
    const PixPointer lines(pixOpenBrick(nullptr, binary, isUpright ? 1 : length, isUpright ? length : 1));
    // Rules that end at an area would be one with it.
    const auto side = std::max(3, int(std::ceil(thickest * dotsPerPoint)));
    const PixPointer areas(pixOpenBrick(nullptr, binary, side, side));
    if (!lines || !areas)
        return rules;
    pixSubtract(lines.get(), lines.get(), areas.get());
    const double width = pixGetWidth(binary), height = pixGetHeight(binary);
    Boxa *boxes = pixConnCompBB(lines.get(), 8);
    const auto count = boxes ? boxaGetCount(boxes) : 0;
    for (int i = 0; i < count && count <= mostRules; ++i) {
        int x = 0, y = 0, w = 0, h = 0;
        boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
        if ((isUpright ? w : h) <= std::max(2.0, thickest * dotsPerPoint))
            rules.emplace_back(x / width, y / height, w / width, h / height);
    }
    boxaDestroy(&boxes);
    return rules;
}

} // namespace

document::DrawnRules findDrawnRules(const QImage &picture, const domain::PageSize &page)
{
    if (picture.isNull() || page.width() <= 0)
        return {};
    const auto grey = greyPix(picture);
    const PixPointer binary(grey ? pixThresholdToBinary(grey.get(), lightest) : nullptr);
    if (!binary)
        return {};
    const auto dots = picture.width() / page.width();
    return {rulesOf(binary.get(), dots, Direction::Upright), rulesOf(binary.get(), dots, Direction::Level)};
}

} // namespace xs::readers
