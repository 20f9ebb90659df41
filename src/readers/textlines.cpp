// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/textlines.h"

#include "readers/greypicture.h"

#include <QLineF>

#include <algorithm>
#include <cmath>

namespace xs::readers {

namespace {

/// The longer side of the picture as the net sees it, and what both sides are multiples of.
constexpr int longestSide = 960;
constexpr int sideStep = 32;
/// How sure the net is of a pixel and of all pixels of a line at least.
constexpr float surePixel = 0.3F;
constexpr double sureLine = 0.6;
/// The net marks the core of a line; the line is this much of its area by its outline wider on all sides.
constexpr double growth = 1.5;
constexpr double leastCore = 3;
/// What is higher than wide by this much is print on its side.
constexpr double upright = 1.5;
/// Lines whose middles differ by less of the smaller height stand in one row.
constexpr double sameRow = 0.5;

int netSide(double side)
{
    return std::max(sideStep, int(std::lround(side / sideStep)) * sideStep);
}

struct Run
{
    int row = 0, begin = 0, end = 0;
};

/// The pixels of one line's core, as runs of the map's rows.
struct Core
{
    std::vector<Run> runs;
    double sureness = 0;
};

/// Gathers the marked pixels that touch each other, also at corners.
class CoreSearch
{
public:
    explicit CoreSearch(const Tensor &map) : m_map(map), m_seen(map.columns(), false) {}

    std::vector<Core> all()
    {
        std::vector<Core> cores;
        for (int row = 0; row < m_map.height(); ++row)
            for (int column = 0; column < m_map.width(); ++column)
                if (isNew(row, column))
                    cores.push_back(from(row, column));
        return cores;
    }

private:
    std::size_t place(int row, int column) const
    {
        return std::size_t(row) * std::size_t(m_map.width()) + std::size_t(column);
    }
    bool isMarked(int row, int column) const { return m_map.data()[place(row, column)] > surePixel; }
    bool isNew(int row, int column) const { return isMarked(row, column) && !m_seen[place(row, column)]; }

    Run take(int row, int column)
    {
        Run run{row, column, column + 1};
        while (run.begin > 0 && isNew(row, run.begin - 1))
            --run.begin;
        while (run.end < m_map.width() && isNew(row, run.end))
            ++run.end;
        for (int i = run.begin; i < run.end; ++i)
            m_seen[place(row, i)] = true;
        return run;
    }

    Core from(int row, int column)
    {
        Core core;
        core.runs.push_back(take(row, column));
        double sum = 0, count = 0;
        for (std::size_t i = 0; i < core.runs.size(); ++i) {
            const auto run = core.runs[i];
            for (int k = run.begin; k < run.end; ++k)
                sum += double(m_map.data()[place(run.row, k)]);
            count += run.end - run.begin;
            for (const int near : {run.row - 1, run.row + 1}) {
                if (near < 0 || near >= m_map.height())
                    continue;
                for (int k = std::max(0, run.begin - 1); k < std::min(m_map.width(), run.end + 1); ++k)
                    if (isNew(near, k))
                        core.runs.push_back(take(near, k));
            }
        }
        core.sureness = sum / count;
        return core;
    }

    const Tensor &m_map;
    std::vector<bool> m_seen;
};

/// The straight line through the middles of the core's columns, as its height at 0 and its slope.
struct Axis
{
    double start = 0, slope = 0;
    double at(double x) const { return start + slope * x; }
};

Axis axisOf(const Core &core)
{
    double count = 0, sumX = 0, sumY = 0, sumXX = 0, sumXY = 0;
    for (const auto &run : core.runs) {
        const double n = run.end - run.begin, x = (run.begin + run.end) / 2.0, y = run.row + 0.5;
        count += n;
        sumX += n * x;
        sumY += n * y;
        sumXX += n * x * x + n * (n * n - 1) / 12;
        sumXY += n * x * y;
    }
    const auto spread = sumXX - sumX * sumX / count;
    const auto slope = spread > 0 ? (sumXY - sumX * sumY / count) / spread : 0;
    return {(sumY - slope * sumX) / count, slope};
}

struct Extent
{
    double least = 1e9, most = -1e9;
    void add(double value)
    {
        least = std::min(least, value);
        most = std::max(most, value);
    }
    double length() const { return most - least; }
};

/// The line around a core, in pixels of the map; one of no height where it is too small.
TextLine lineAround(const Core &core)
{
    Extent across, whole;
    for (const auto &run : core.runs) {
        across.add(run.begin);
        across.add(run.end);
        whole.add(run.row);
        whole.add(run.row + 1);
    }
    // The slope of what is as high as wide says nothing.
    const auto axis = across.length() > 2 * whole.length() || across.length() > 60
                          ? axisOf(core)
                          : Axis{(whole.least + whole.most) / 2, 0};
    Extent down;
    for (const auto &run : core.runs)
        for (const double x : {double(run.begin), double(run.end)}) {
            down.add(run.row - axis.at(x));
            down.add(run.row + 1 - axis.at(x));
        }
    const auto width = across.length(), height = down.length();
    if (std::min(width, height) < leastCore)
        return {};
    const auto more = growth * width * height / (2 * (width + height));
    const auto middle = (down.least + down.most) / 2;
    const auto end = [&](double x) { return QPointF(x, axis.at(x) + middle); };
    return {end(across.least - more), end(across.most + more), height + 2 * more};
}

void sortForReading(std::vector<TextLine> &lines)
{
    const auto middle = [](const TextLine &line) { return (line.left.y() + line.right.y()) / 2; };
    std::ranges::stable_sort(lines, {}, middle);
    for (auto row = lines.begin(); row != lines.end();) {
        auto end = std::next(row);
        while (end != lines.end() && middle(*end) - middle(*row) < sameRow * std::min(end->height, row->height))
            ++end;
        std::ranges::stable_sort(row, end, {}, [](const TextLine &line) { return line.left.x(); });
        row = end;
    }
}

} // namespace

double TextLine::width() const
{
    return QLineF(left, right).length();
}

std::vector<TextLine> TextLineFinder::find(const Pix *grey)
{
    m_onItsSide = false;
    const GreyPicture picture(grey);
    const auto scale = std::min(1.0, double(longestSide) / std::max(picture.width(), picture.height()));
    Tensor input;
    input.resize(netSide(picture.height() * scale), netSide(picture.width() * scale), 1);
    picture.scaleInto(input);
    const auto *map = m_net->run(input);
    if (!map)
        return {};
    const auto wider = double(picture.width()) / map->width(), higher = double(picture.height()) / map->height();
    std::vector<TextLine> lines;
    std::size_t onSide = 0;
    for (const auto &core : CoreSearch(*map).all()) {
        auto line = core.sureness >= sureLine ? lineAround(core) : TextLine();
        if (line.height <= 0)
            continue;
        line.left = QPointF(line.left.x() * wider, line.left.y() * higher);
        line.right = QPointF(line.right.x() * wider, line.right.y() * higher);
        line.height *= higher;
        onSide += line.height > upright * line.width();
        lines.push_back(line);
    }
    m_onItsSide = 2 * onSide > lines.size();
    sortForReading(lines);
    return lines;
}

} // namespace xs::readers
