// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/sectionheads.h"

#include "engine/fields/sectionnames.h"

#include <algorithm>

namespace xs::engine {

namespace {

constexpr double leastHeading = 0.8;
constexpr int mostWordsOfHeading = 7;

} // namespace

std::vector<int> headsOf(const schema::Field &list, const Workspace &workspace, const SearchArea &area)
{
    const auto &text = workspace.text;
    auto element = list;
    element.list = false;
    std::vector<int> heads;
    const auto add = [&heads](int segment) {
        if (std::ranges::find(heads, segment) == heads.end())
            heads.push_back(segment);
    };
    const auto hits = workspace.labels.hits({fieldSpec(element, {}, workspace.lexicon)}, area.segments);
    for (const auto &hit : hits.front())
        if (hit.similarity >= leastHeading && hit.startsSegment && (hit.endsSegment || hit.endsWithColon))
            add(hit.segment);
    const auto section = sectionOfList(list);
    if (section.isEmpty())
        return heads;
    for (int s = area.segments.first; s < area.segments.last; ++s)
        if (text.segments[s].tokens.size() <= mostWordsOfHeading &&
            sectionsNamed(text.textOf(text.segments[s].tokens)).contains(section))
            add(s);
    return heads;
}

} // namespace xs::engine
