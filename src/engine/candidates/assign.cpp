// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/candidates/assign.h"

#include <algorithm>
#include <limits>
#include <map>

namespace xs::engine {

namespace {

/// Log-odds from which on a value is better than none: a wrong value costs about as much as a missing one.
constexpr double leastScore = -2.4;
constexpr double sharingPenalty = 1.2;
/// A field that the schema does not ask for may not be in the document at all.
constexpr double worthOfRival = 0.6;

int placeOf(const Candidate &candidate)
{
    if (candidate.spans.empty())
        return -1;
    return candidate.isPart ? -2 - candidate.spans.front().first : candidate.spans.front().first;
}

/// The columns from which any row gains: the others are in no matching, and most are such.
std::vector<std::size_t> usefulColumns(const std::vector<std::vector<double>> &gains)
{
    std::size_t columns = 0;
    for (const auto &row : gains)
        columns = std::max(columns, row.size());
    std::vector<std::size_t> useful;
    for (std::size_t c = 0; c < columns; ++c)
        if (std::ranges::any_of(gains, [c](const auto &row) { return c < row.size() && row[c] > 0; }))
            useful.push_back(c);
    return useful;
}

} // namespace

std::vector<int> bestMatching(const std::vector<std::vector<double>> &gains)
{
    const auto rows = gains.size();
    if (rows == 0)
        return {};
    const auto useful = usefulColumns(gains);
    const auto columns = useful.size();
    if (columns == 0)
        return std::vector<int>(rows, -1);
    // The last column costs nothing, means "none" and is never taken. Potentials as in Kuhn and Munkres.
    const auto width = columns + 1;
    std::vector<double> costs(rows * width, 0);
    for (std::size_t r = 0; r < rows; ++r)
        for (std::size_t c = 0; c < columns; ++c)
            costs[r * width + c] = useful[c] < gains[r].size() && gains[r][useful[c]] > 0 ? -gains[r][useful[c]] : 1e6;
    constexpr auto infinity = std::numeric_limits<double>::infinity();
    std::vector<double> u(rows + 1), v(width + 1);
    std::vector<std::size_t> rowOf(width + 1, 0), way(width + 1, 0);
    std::vector<double> least;
    std::vector<char> used;
    for (std::size_t r = 1; r <= rows; ++r) {
        rowOf[0] = r;
        std::size_t column = 0;
        least.assign(width + 1, infinity);
        used.assign(width + 1, false);
        do {
            used[column] = true;
            const auto row = rowOf[column];
            const auto *cost = &costs[(row - 1) * width];
            double delta = infinity;
            std::size_t next = 0;
            for (std::size_t c = 1; c <= width; ++c) {
                if (used[c])
                    continue;
                const auto current = cost[c - 1] - u[row] - v[c];
                if (current < least[c]) {
                    least[c] = current;
                    way[c] = column;
                }
                if (least[c] < delta) {
                    delta = least[c];
                    next = c;
                }
            }
            for (std::size_t c = 0; c <= width; ++c) {
                if (used[c]) {
                    u[rowOf[c]] += delta;
                    v[c] -= delta;
                } else {
                    least[c] -= delta;
                }
            }
            column = next;
        } while (rowOf[column] != 0);
        do {
            rowOf[column] = column == width ? 0 : rowOf[way[column]];
            column = way[column];
        } while (column != 0);
    }
    std::vector<int> result(rows, -1);
    for (std::size_t c = 1; c <= columns; ++c)
        if (rowOf[c] > 0 && costs[(rowOf[c] - 1) * width + c - 1] < 0)
            result[rowOf[c] - 1] = int(useful[c - 1]);
    return result;
}

std::vector<std::optional<std::size_t>> assign(const std::vector<std::vector<Candidate>> &candidates, std::size_t asked)
{
    std::map<int, std::size_t> places;
    for (const auto &list : candidates)
        for (const auto &candidate : list)
            places.emplace(placeOf(candidate), 0);
    std::size_t count = 0;
    for (auto &[place, index] : places)
        index = count++;
    std::vector<std::vector<double>> gains(candidates.size(), std::vector<double>(count, 0));
    std::vector<std::vector<std::size_t>> best(candidates.size(), std::vector<std::size_t>(count, 0));
    for (std::size_t f = 0; f < candidates.size(); ++f) {
        for (std::size_t i = 0; i < candidates[f].size(); ++i) {
            const auto column = places[placeOf(candidates[f][i])];
            const auto gain = (candidates[f][i].score - leastScore) * (f < asked ? 1 : worthOfRival);
            if (gain > gains[f][column]) {
                gains[f][column] = gain;
                best[f][column] = i;
            }
        }
    }
    const auto matching = bestMatching(gains);
    std::vector<std::optional<std::size_t>> result(candidates.size());
    for (std::size_t f = 0; f < candidates.size(); ++f) {
        if (matching[f] >= 0) {
            result[f] = best[f][std::size_t(matching[f])];
        } else if (!candidates[f].empty()) {
            const auto top = std::ranges::max_element(candidates[f], {}, &Candidate::score);
            // Only a label of its own justifies to share; a form that fits many fields does not.
            const auto labelled = (*top)[Feature::Unlabelled] < 1 && (*top)[Feature::LabelMargin] < 0.05;
            if (labelled && top->score - sharingPenalty > leastScore)
                result[f] = std::size_t(top - candidates[f].begin());
        }
    }
    return result;
}

} // namespace xs::engine
