// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/proposal/samplesections.h"

#include "engine/text/data.h"
#include "engine/text/words.h"

#include <algorithm>

namespace xs::engine {

namespace {

constexpr std::size_t fewestSections = 2;

/// The first segment that is the heading and nothing else; null for none.
const Segment *headingOf(const Json &section, const Text &text)
{
    const auto &headings = member(section, "headings");
    for (const auto &segment : text.segments) {
        const auto words = key(text.textOf(segment.tokens));
        if (std::ranges::any_of(headings, [&words](const Json &one) { return key(toQString(one)) == words; }))
            return &segment;
    }
    return nullptr;
}

FieldDraft sectionOf(const Json &section, const Segment &heading)
{
    FieldDraft list;
    list.name = toQString(section["name"]);
    list.description = toQString(section["description"]);
    list.list = true;
    list.isSection = true;
    list.place = heading.tokens.first;
    for (const auto &entry : member(section, "columns")) {
        FieldDraft column;
        column.name = toQString(entry["name"]);
        column.description = toQString(entry["description"]);
        column.nullable = true;
        list.members.push_back(std::move(column));
    }
    return list;
}

} // namespace

std::vector<FieldDraft> findSections(const Workspace &workspace)
{
    std::vector<FieldDraft> lists;
    for (const auto &section : member(engineData("proposal"), "sections"))
        if (const auto *heading = headingOf(section, workspace.text))
            lists.push_back(sectionOf(section, *heading));
    if (lists.size() < fewestSections)
        lists.clear();
    return lists;
}

} // namespace xs::engine
