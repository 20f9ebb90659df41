// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/align.h"

#include <algorithm>

namespace xs::review {

namespace {

using domain::ResultNode;
using domain::ResultPath;

/// The values of a row by their path inside it.
using RowValues = std::map<ResultPath, Json>;

RowValues valuesOf(const ResultNode &row)
{
    RowValues values;
    domain::forEachValue(row, [&](const ResultPath &path, const ResultNode &node) {
        if (!node.value.is_null())
            values.emplace(path, node.value);
    });
    return values;
}

/// 0…1: the share of the values that are equal; a little for two rows that share nothing, so that they are paired
/// rather than called gone and new.
double likeness(const RowValues &a, const RowValues &b)
{
    constexpr double sharesNothing = 0.01;
    if (a.empty() && b.empty())
        return 1;
    const auto equal = std::ranges::count_if(a, [&](const auto &item) {
        const auto found = b.find(item.first);
        return found != b.end() && found->second == item.second;
    });
    return std::max(sharesNothing, static_cast<double>(equal) / static_cast<double>(std::max(a.size(), b.size())));
}

std::vector<RowValues> rowsOf(const ResultNode &list)
{
    std::vector<RowValues> rows;
    for (const auto &row : list.children)
        rows.push_back(valuesOf(row));
    return rows;
}

/// The stretch of two lists that lies between their equal beginnings and endings.
struct Stretch
{
    std::size_t begin = 0;
    std::size_t beforeEnd = 0;
    std::size_t afterEnd = 0;
};

Stretch differingStretch(const std::vector<RowValues> &before, const std::vector<RowValues> &after)
{
    Stretch stretch{0, before.size(), after.size()};
    while (stretch.begin < std::min(stretch.beforeEnd, stretch.afterEnd) &&
           before[stretch.begin] == after[stretch.begin])
        ++stretch.begin;
    while (stretch.beforeEnd > stretch.begin && stretch.afterEnd > stretch.begin &&
           before[stretch.beforeEnd - 1] == after[stretch.afterEnd - 1]) {
        --stretch.beforeEnd;
        --stretch.afterEnd;
    }
    return stretch;
}

std::vector<AlignedRow> byPosition(const Stretch &stretch)
{
    std::vector<AlignedRow> rows;
    for (auto i = stretch.begin; i < std::max(stretch.beforeEnd, stretch.afterEnd); ++i)
        rows.push_back({i < stretch.beforeEnd ? std::optional(i) : std::nullopt,
                        i < stretch.afterEnd ? std::optional(i) : std::nullopt});
    return rows;
}

/// The best pairing in order (Needleman and Wunsch), without a price for gaps.
std::vector<AlignedRow> byLikeness(const std::vector<RowValues> &before, const std::vector<RowValues> &after,
                                   const Stretch &stretch)
{
    const auto n = stretch.beforeEnd - stretch.begin;
    const auto m = stretch.afterEnd - stretch.begin;
    const auto width = m + 1;
    std::vector<double> best((n + 1) * width, 0);
    std::vector<double> pairs(n * m, 0);
    for (auto i = n; i-- > 0;)
        for (auto j = m; j-- > 0;) {
            const auto pair = likeness(before[stretch.begin + i], after[stretch.begin + j]);
            pairs[i * m + j] = pair;
            best[i * width + j] =
                std::max({pair + best[(i + 1) * width + j + 1], best[(i + 1) * width + j], best[i * width + j + 1]});
        }
    std::vector<AlignedRow> rows;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < n && j < m) {
        const auto here = best[i * width + j];
        if (here == pairs[i * m + j] + best[(i + 1) * width + j + 1])
            rows.push_back({stretch.begin + i++, stretch.begin + j++});
        else if (here == best[(i + 1) * width + j])
            rows.push_back({stretch.begin + i++, std::nullopt});
        else
            rows.push_back({std::nullopt, stretch.begin + j++});
    }
    for (; i < n; ++i)
        rows.push_back({stretch.begin + i, std::nullopt});
    for (; j < m; ++j)
        rows.push_back({std::nullopt, stretch.begin + j});
    return rows;
}

/// Pairs the members of two objects by name, and then, among those that are left, by equal content.
std::vector<AlignedRow> alignMembers(const ResultNode &before, const ResultNode &after)
{
    std::vector<AlignedRow> pairs;
    std::vector<bool> taken(after.children.size(), false);
    std::vector<std::size_t> gone;
    const auto take = [&](std::size_t i, auto &&matches) {
        for (std::size_t j = 0; j < after.children.size(); ++j)
            if (!taken[j] && matches(after.children[j])) {
                taken[j] = true;
                pairs.push_back({i, j});
                return true;
            }
        return false;
    };
    for (std::size_t i = 0; i < before.children.size(); ++i)
        if (!take(i, [&](const ResultNode &other) { return other.name == before.children[i].name; }))
            gone.push_back(i);
    for (const auto i : gone) {
        const auto content = domain::plainResult(before.children[i]);
        if (!content.is_null())
            take(i, [&](const ResultNode &other) {
                return std::ranges::find(before.children, other.name, &ResultNode::name) == before.children.end() &&
                       domain::plainResult(other) == content;
            });
    }
    return pairs;
}

void correspond(const ResultNode &before, const ResultPath &beforePath, const ResultNode &after,
                const ResultPath &afterPath, std::map<ResultPath, ResultPath> &paths)
{
    if (before.kind != after.kind)
        return;
    if (before.kind == ResultNode::Kind::Value) {
        paths.emplace(beforePath, afterPath);
        return;
    }
    const auto pairs = before.kind == ResultNode::Kind::List ? alignRows(before, after) : alignMembers(before, after);
    for (const auto &[i, j] : pairs)
        if (i && j)
            correspond(before.children[*i], beforePath + u'/' + domain::stepOf(before, *i), after.children[*j],
                       afterPath + u'/' + domain::stepOf(after, *j), paths);
}

} // namespace

std::vector<AlignedRow> alignRows(const ResultNode &before, const ResultNode &after)
{
    /// Pairs that are compared at most: beyond that, the wait would be longer than the answer is worth.
    constexpr std::size_t mostPairs = 1'000'000;
    const auto beforeRows = rowsOf(before);
    const auto afterRows = rowsOf(after);
    const auto stretch = differingStretch(beforeRows, afterRows);
    const auto pairs = (stretch.beforeEnd - stretch.begin) * (stretch.afterEnd - stretch.begin);
    std::vector<AlignedRow> rows;
    for (std::size_t i = 0; i < stretch.begin; ++i)
        rows.push_back({i, i});
    const auto middle = pairs > mostPairs ? byPosition(stretch) : byLikeness(beforeRows, afterRows, stretch);
    rows.insert(rows.end(), middle.begin(), middle.end());
    for (auto i = stretch.beforeEnd; i < beforeRows.size(); ++i)
        rows.push_back({i, i - stretch.beforeEnd + stretch.afterEnd});
    return rows;
}

std::map<ResultPath, ResultPath> correspondingValues(const ResultNode &before, const ResultNode &after)
{
    std::map<ResultPath, ResultPath> paths;
    correspond(before, {}, after, {}, paths);
    return paths;
}

} // namespace xs::review
