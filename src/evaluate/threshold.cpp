// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluate/threshold.h"

#include <algorithm>
#include <cmath>

namespace xs::evaluate {

const std::vector<double> &usualEdges()
{
    static const std::vector<double> edges{0, 0.50, 0.70, 0.85, 0.95, 1};
    return edges;
}

Reliability reliability(const std::vector<ComparedCell> &cells, const std::vector<double> &edges)
{
    Reliability result;
    for (std::size_t i = 0; i + 1 < edges.size(); ++i)
        result.bins.push_back({edges[i], edges[i + 1]});
    for (const auto &cell : cells) {
        const bool right = cell.difference == Difference::Same;
        if (!cell.score) {
            ++result.unscored;
            result.unscoredWrong += right ? 0 : 1;
            continue;
        }
        auto bin = result.bins.begin();
        while (bin + 1 != result.bins.end() && *cell.score >= bin->to)
            ++bin;
        ++bin->values;
        bin->right += right ? 1 : 0;
        bin->scores += *cell.score;
    }
    return result;
}

int Reliability::values() const
{
    int sum = unscored;
    for (const auto &bin : bins)
        sum += bin.values;
    return sum;
}

int Reliability::wrong() const
{
    int sum = unscoredWrong;
    for (const auto &bin : bins)
        sum += bin.wrong();
    return sum;
}

double Reliability::calibrationError() const
{
    const auto scored = values() - unscored;
    double distance = 0;
    for (const auto &bin : bins)
        if (bin.values > 0)
            distance += bin.values * std::abs(bin.accuracy() - bin.meanScore());
    return scored > 0 ? distance / scored : 0;
}

int ThresholdEffect::reviewedPercent() const
{
    return values > 0 ? static_cast<int>(std::lround(100.0 * reviewed / values)) : 0;
}

ThresholdEffect atThreshold(const std::vector<ComparedCell> &cells, double threshold)
{
    ThresholdEffect effect{threshold, static_cast<int>(cells.size()), 0, 0, 0};
    for (const auto &cell : cells) {
        const bool reviewed = !cell.score || *cell.score < threshold;
        const bool wrong = cell.difference != Difference::Same;
        effect.reviewed += reviewed ? 1 : 0;
        effect.errors += wrong ? 1 : 0;
        effect.slipping += wrong && !reviewed ? 1 : 0;
    }
    return effect;
}

} // namespace xs::evaluate
