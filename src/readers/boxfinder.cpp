// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/boxfinder.h"

#include "readers/picture.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <tuple>

namespace xs::readers {

using document::DrawnBox;
using document::PictureOrigin;

namespace {

/// Sides of a box in points; a cross may reach beyond its box.
constexpr double shortestSide = 5;
constexpr double longestSide = 20;
constexpr double longestMark = 40;
constexpr double mostUneven = 1.35;
/// The shares of a frame and of a ring that are inked.
constexpr double leastEdge = 0.88;
constexpr double leastRing = 0.92;
constexpr int pointsOfRing = 40;
/// How far the arcs of round letters reach beyond what looks like their edges, as a part of the side.
constexpr int partOfBulge = 10;
/// The share of a box's inside that a mark covers, and of its sides over which the mark spreads.
constexpr double leastInk = 0.055;
constexpr double leastSpread = 0.3;
/// No form has more.
constexpr std::size_t mostBoxes = 600;
/// So many boxes of one size side by side are cells for single letters.
constexpr int fewestCellsOfComb = 4;
constexpr double widestGapOfComb = 0.45;
constexpr double wantedDotsPerPoint = 150.0 / 72;
constexpr int darkest = 216;
constexpr int reachOfLight = 20;
constexpr float contrast = 0.15F;
/// The inked pixels of a picture.
class Ink
{
public:
    explicit Ink(Pix *binary) : m_pix(binary), m_width(pixGetWidth(binary)), m_height(pixGetHeight(binary)) {}

    bool at(int x, int y) const
    {
        return x >= 0 && y >= 0 && x < m_width && y < m_height &&
               GET_DATA_BIT(pixGetData(m_pix) + std::ptrdiff_t(y) * pixGetWpl(m_pix), x);
    }
    bool near(int x, int y, int reach) const
    {
        for (int dy = -reach; dy <= reach; ++dy)
            for (int dx = -reach; dx <= reach; ++dx)
                if (at(x + dx, y + dy))
                    return true;
        return false;
    }
    /// The longest run of ink in a row from `left` to `right`; gaps of one pixel are bridged.
    std::pair<int, int> longestRun(int y, int left, int right) const
    {
        std::pair<int, int> best{left, left - 1};
        int start = -1, end = -1;
        for (int x = left; x <= right + 3; ++x) {
            if (x <= right && at(x, y)) {
                start = start < 0 ? x : start;
                end = x;
            } else if (start >= 0 && x - end > 2) {
                if (end - start > best.second - best.first)
                    best = {start, end};
                start = -1;
            }
        }
        return best;
    }

private:
    Pix *m_pix;
    int m_width;
    int m_height;
};

/// A row of ink that may be an edge of a box.
struct Bar
{
    int y;
    int left;
    int right;
};

class BoxFinder
{
public:
    BoxFinder(Pix *binary, double dotsPerPoint) : m_ink(binary), m_dots(dotsPerPoint) {}

    std::optional<QRect> squareIn(const QRect &mark) const
    {
        std::vector<Bar> bars;
        for (int y = mark.top(); y <= mark.bottom(); ++y) {
            const auto [left, right] = m_ink.longestRun(y, mark.left(), mark.right());
            if (isSide(right - left + 1))
                bars.push_back({y, left, right});
        }
        for (const auto &top : bars) {
            for (auto bottom = bars.rbegin(); bottom != bars.rend() && bottom->y > top.y; ++bottom) {
                const QRect square(QPoint(std::max(top.left, bottom->left), top.y),
                                   QPoint(std::min(top.right, bottom->right), bottom->y));
                const auto slack = slackOf(square.width());
                if (std::abs(top.left - bottom->left) <= slack && std::abs(top.right - bottom->right) <= slack &&
                    isBoxOf(square) && hasUprights(square, slack))
                    return square;
            }
        }
        return {};
    }

    /// Whether the middles of the upper and of the lower edge lie beyond the edges, as those of "o" and "8" do.
    bool isRound(const QRect &square) const
    {
        const auto beyond = std::max(2, square.width() / partOfBulge);
        const auto middle = square.center().x();
        return m_ink.at(middle, square.top() - beyond) && m_ink.at(middle, square.bottom() + beyond);
    }

    std::optional<QRect> circleIn(const QRect &mark) const
    {
        if (!isBoxOf(mark))
            return {};
        int inked = 0;
        for (int i = 0; i < pointsOfRing; ++i) {
            const auto [x, y] = onRing(mark, i, 0.94);
            inked += m_ink.near(x, y, 1);
        }
        // Corners and the ring's inner side are empty.
        int between = 0;
        for (int i = 0; i < pointsOfRing; ++i) {
            const auto [x, y] = onRing(mark, i, 0.7);
            between += m_ink.at(x, y);
        }
        const auto corner = std::max(1, mark.width() / 10);
        const auto square = m_ink.at(mark.left() + corner, mark.top() + corner) ||
                            m_ink.at(mark.right() - corner, mark.bottom() - corner);
        if (inked < leastRing * pointsOfRing || between > pointsOfRing / 3 || square)
            return {};
        return mark;
    }

    bool isTicked(const QRect &box, bool isCircle) const
    {
        const auto inset = (isCircle ? 0.24 : 0.16) * box.width() + 1;
        const auto inside = QRectF(box).adjusted(inset, inset, -inset, -inset).toAlignedRect();
        int dots = 0;
        QRect spread;
        for (int y = inside.top(); y <= inside.bottom(); ++y)
            for (int x = inside.left(); x <= inside.right(); ++x)
                if (m_ink.at(x, y)) {
                    ++dots;
                    spread |= QRect(x, y, 1, 1);
                }
        return dots >= leastInk * inside.width() * inside.height() && spread.width() >= leastSpread * inside.width() &&
               spread.height() >= leastSpread * inside.height();
    }

private:
    int slackOf(int side) const { return std::max(2, side / 7); }
    bool isSide(int pixels) const { return pixels >= shortestSide * m_dots && pixels <= longestSide * m_dots; }
    bool isBoxOf(const QRect &rect) const
    {
        const auto uneven = double(rect.width()) / std::max(1, rect.height());
        return isSide(rect.width()) && isSide(rect.height()) && uneven < mostUneven && uneven > 1 / mostUneven;
    }

    bool hasUprights(const QRect &square, int slack) const
    {
        int left = 0, right = 0;
        for (int y = square.top(); y <= square.bottom(); ++y) {
            left += isInked(square.left(), y, slack);
            right += isInked(square.right(), y, slack);
        }
        const auto wanted = leastEdge * square.height();
        if (left < wanted || right < wanted)
            return false;
        // Uprights that go on are those of a grid.
        const auto goesOn = [&](int y) { return isInked(square.left(), y, 1) && isInked(square.right(), y, 1); };
        return !goesOn(square.top() - 2 * slack) && !goesOn(square.bottom() + 2 * slack);
    }

    bool isInked(int x, int y, int slack) const
    {
        for (int k = -slack; k <= slack; ++k)
            if (m_ink.at(x + k, y))
                return true;
        return false;
    }

    static std::pair<int, int> onRing(const QRect &mark, int i, double share)
    {
        const auto angle = 2 * std::numbers::pi * i / pointsOfRing;
        const auto centre = QRectF(mark).center();
        return {int(std::lround(centre.x() - 0.5 + share * mark.width() / 2 * std::cos(angle))),
                int(std::lround(centre.y() - 0.5 + share * mark.height() / 2 * std::sin(angle)))};
    }

    Ink m_ink;
    double m_dots;
};

PixPointer binaryOf(Pix *grey, PictureOrigin origin)
{
    if (origin == PictureOrigin::Painted)
        return PixPointer(pixThresholdToBinary(grey, darkest));
    Pix *binary = nullptr;
    if (pixGetWidth(grey) > 2 * reachOfLight + 4 && pixGetHeight(grey) > 2 * reachOfLight + 4)
        pixSauvolaBinarize(grey, reachOfLight, contrast, 1, nullptr, nullptr, nullptr, &binary);
    return PixPointer(binary);
}

/// Marks that may be boxes, with the pixels that touch each other.
std::vector<QRect> marksOn(Pix *binary, double dotsPerPoint)
{
    std::vector<QRect> marks;
    Boxa *boxes = pixConnComp(binary, nullptr, 8);
    for (int i = 0; boxes && i < boxaGetCount(boxes); ++i) {
        int x = 0, y = 0, w = 0, h = 0;
        boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
        const auto least = shortestSide * dotsPerPoint, most = longestMark * dotsPerPoint;
        if (w >= least && h >= least && w <= most && h <= most)
            marks.emplace_back(x, y, w, h);
    }
    boxaDestroy(&boxes);
    return marks;
}

/// Boxes of one size that stand close together in a line are cells for single letters.
void dropCombs(std::vector<DrawnBox> &boxes)
{
    const auto follows = [](const DrawnBox &a, const DrawnBox &b) {
        const auto side = a.area.height();
        return std::abs(a.area.top() - b.area.top()) < 0.3 * side && std::abs(side - b.area.height()) < 0.3 * side &&
               b.area.left() > a.area.left() && b.area.left() - a.area.right() < widestGapOfComb * a.area.width();
    };
    std::vector<bool> isCell(boxes.size(), false);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        std::vector<std::size_t> run{i};
        for (bool found = true; found;) {
            found = false;
            for (std::size_t k = 0; k < boxes.size() && !found; ++k)
                if (follows(boxes[run.back()], boxes[k])) {
                    run.push_back(k);
                    found = true;
                }
        }
        if (int(run.size()) >= fewestCellsOfComb)
            for (const auto k : run)
                isCell[k] = true;
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < boxes.size(); ++i)
        if (!isCell[i])
            boxes[kept++] = boxes[i];
    boxes.resize(kept);
}

} // namespace

std::vector<DrawnBox> findDrawnBoxes(const QImage &picture, const domain::PageSize &page, PictureOrigin origin)
{
    std::vector<DrawnBox> boxes;
    if (picture.isNull() || page.width() <= 0)
        return boxes;
    auto grey = greyPix(picture);
    if (!grey)
        return boxes;
    auto dots = picture.width() / page.width();
    if (dots > 1.3 * wantedDotsPerPoint) {
        const auto scale = float(wantedDotsPerPoint / dots);
        grey.reset(pixScale(grey.get(), scale, scale));
        dots = wantedDotsPerPoint;
    }
    const auto binary = grey ? binaryOf(grey.get(), origin) : PixPointer();
    if (!binary)
        return boxes;
    const double width = pixGetWidth(binary.get()), height = pixGetHeight(binary.get());
    const BoxFinder finder(binary.get(), dots);
    for (const auto &mark : marksOn(binary.get(), dots)) {
        auto found = finder.squareIn(mark);
        if (found && origin == PictureOrigin::Scanned && finder.isRound(*found))
            continue;
        const auto isSquare = found.has_value();
        if (!isSquare && origin == PictureOrigin::Painted)
            found = finder.circleIn(mark);
        if (found)
            boxes.push_back(
                {{found->x() / width, found->y() / height, found->width() / width, found->height() / height},
                 finder.isTicked(*found, !isSquare)});
    }
    if (boxes.size() > mostBoxes)
        return {};
    dropCombs(boxes);
    std::ranges::stable_sort(boxes, [](const DrawnBox &a, const DrawnBox &b) {
        return std::tuple(a.area.top(), a.area.left()) < std::tuple(b.area.top(), b.area.left());
    });
    return boxes;
}

} // namespace xs::readers
