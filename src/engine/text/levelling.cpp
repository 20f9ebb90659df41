// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/levelling.h"

#include <algorithm>
#include <cmath>

namespace xs::engine {

using document::Word;

namespace {

/// Shorter words may be as high as wide.
constexpr qsizetype shortestTold = 3;
constexpr double standing = 1.4;
constexpr int fewestTold = 6;
constexpr int fewestBackwards = 8;
/// Between two words of a line: in heights, and how much higher one may be than the other.
constexpr double widestGap = 4;
constexpr double sameHeight = 1.6;
/// Steeper lines are turned before they are read.
constexpr double steepest = 0.3;
/// How far the slope from one word to the next may be from that of most.
constexpr double likeMost = 0.1;
constexpr std::size_t fewestSteps = 8;
/// Lines of this slope and less are found as they are.
constexpr double leastSlope = 0.008;
/// A word is at least this much of its box's height.
constexpr double leastHeight = 0.4;

double sharedShare(double begin, double end, double otherBegin, double otherEnd)
{
    return (std::min(end, otherEnd) - std::max(begin, otherBegin)) / std::min(end - begin, otherEnd - otherBegin);
}

/// From one word of a line to the next.
struct Step
{
    double y = 0, slope = 0, length = 0;
};

std::vector<Step> stepsOf(const std::vector<QRectF> &boxes)
{
    std::vector<Step> steps;
    for (std::size_t i = 0; i + 1 < boxes.size(); ++i) {
        const auto &a = boxes[i], &b = boxes[i + 1];
        const auto height = std::min(a.height(), b.height()), gap = b.left() - a.right();
        const auto way = b.center() - a.center();
        if (gap < -0.5 * height || gap > widestGap * height || std::max(a.height(), b.height()) > sameHeight * height ||
            way.x() < height || std::abs(way.y()) > steepest * way.x())
            continue;
        steps.push_back({(a.center().y() + b.center().y()) / 2, way.y() / way.x(), way.x()});
    }
    return steps;
}

/// The slope with as much length of steps above it as below.
double middleSlope(std::vector<Step> steps)
{
    std::ranges::sort(steps, {}, &Step::slope);
    double all = 0, sum = 0;
    for (const auto &step : steps)
        all += step.length;
    for (const auto &step : steps) {
        sum += step.length;
        if (2 * sum >= all)
            return step.slope;
    }
    return 0;
}

} // namespace

Levelling Levelling::of(const std::vector<Word> &words, const QSizeF &page)
{
    Levelling levelling(page);
    levelling.findTurns(words);
    levelling.findSlope(words);
    return levelling;
}

/// Words that stand were read on their side, and the order of words tells which way they run.
void Levelling::findTurns(const std::vector<Word> &words)
{
    int told = 0, upright = 0, up = 0, down = 0, forwards = 0, backwards = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].text.size() < shortestTold)
            continue;
        const auto &box = words[i].box;
        ++told;
        upright += box.height() > standing * box.width();
        if (i + 1 == words.size())
            break;
        const auto &next = words[i + 1].box;
        if (sharedShare(box.left(), box.right(), next.left(), next.right()) > 0.5)
            ++(next.center().y() < box.center().y() ? up : down);
        if (sharedShare(box.top(), box.bottom(), next.top(), next.bottom()) > 0.5)
            ++(next.center().x() > box.center().x() ? forwards : backwards);
    }
    if (told >= fewestTold && 2 * upright > told)
        m_quarterTurns = up >= down ? 1 : 3;
    else if (backwards >= fewestBackwards && backwards > 2 * forwards)
        m_quarterTurns = 2;
}

/// The slope of lines as a straight line over the page's height, by least squares of what is like most.
void Levelling::findSlope(const std::vector<Word> &words)
{
    std::vector<QRectF> boxes;
    for (const auto &word : words)
        boxes.push_back(turned(word.box));
    auto steps = stepsOf(boxes);
    const auto middle = middleSlope(steps);
    std::erase_if(steps, [middle](const Step &step) { return std::abs(step.slope - middle) > likeMost; });
    if (steps.size() < fewestSteps)
        return;
    double n = 0, y = 0, s = 0, yy = 0, ys = 0;
    for (const auto &step : steps) {
        const auto weight = step.length * step.length;
        n += weight;
        y += weight * step.y;
        s += weight * step.slope;
        yy += weight * step.y * step.y;
        ys += weight * step.y * step.slope;
    }
    const auto spread = yy - y * y / n;
    const auto growth = spread > 0 ? (ys - y * s / n) / spread : 0;
    const auto slope = (s - growth * y) / n;
    const auto most = std::max(std::abs(slope), std::abs(slope + growth * size().height()));
    if (most < leastSlope || most > steepest)
        return;
    m_slope = slope;
    m_growth = growth;
}

QSizeF Levelling::size() const
{
    return m_quarterTurns % 2 == 0 ? m_page : m_page.transposed();
}

QRectF Levelling::turned(const QRectF &box) const
{
    switch (m_quarterTurns) {
    case 1:
        return {m_page.height() - box.bottom(), box.left(), box.height(), box.width()};
    case 2:
        return {m_page.width() - box.right(), m_page.height() - box.bottom(), box.width(), box.height()};
    case 3:
        return {box.top(), m_page.width() - box.right(), box.height(), box.width()};
    default:
        return box;
    }
}

QRectF Levelling::level(const QRectF &onPage) const
{
    const auto box = turned(onPage);
    const auto aside = box.center().x() - size().width() / 2;
    const auto y = (box.center().y() - m_slope * aside) / (1 + m_growth * aside);
    // A box around leaning letters is higher than they are.
    const auto height = std::max(leastHeight * box.height(), box.height() - std::abs(slopeAt(y)) * box.width());
    return {box.left(), y - height / 2, box.width(), height};
}

QRectF Levelling::onPage(const QRectF &level) const
{
    const auto yOf = [this](double x, double y) { return y + slopeAt(y) * (x - size().width() / 2); };
    const auto [top, bottom] = std::minmax({yOf(level.left(), level.top()), yOf(level.left(), level.bottom()),
                                            yOf(level.right(), level.top()), yOf(level.right(), level.bottom())});
    const QRectF box(level.left(), top, level.width(), bottom - top);
    switch (m_quarterTurns) {
    case 1:
        return {box.top(), m_page.height() - box.right(), box.height(), box.width()};
    case 2:
        return {m_page.width() - box.right(), m_page.height() - box.bottom(), box.width(), box.height()};
    case 3:
        return {m_page.width() - box.bottom(), box.left(), box.height(), box.width()};
    default:
        return box;
    }
}

} // namespace xs::engine
