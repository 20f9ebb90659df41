// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/fields/workspace.h"
#include "engine/tables/moments.h"
#include "engine/tables/phrase.h"

#include <optional>

namespace xs::engine {

/// A line of an entry, and what stands apart at its right.
struct EntryLine
{
    Phrase words;
    Phrase beside;
};

/// An entry below or beside a heading: its period, the lines of its title, and the short line below these.
struct SectionEntry
{
    std::vector<Moment> moments;
    /// The words of the period.
    Phrase period;
    std::vector<EntryLine> title;
    std::optional<EntryLine> note;
    /// What stands below a period at the left: a place, or how long it took.
    Phrase belowPeriod;
    /// All its words but the period, from its first line on.
    Phrase all;
    Span lines;
};

/// The entries of the section that a heading opens, each with a period: at the end of its title, on a line of its own,
/// or left of it. None when nothing there has a period.
std::vector<SectionEntry> entriesOf(const Segment &head, const Workspace &workspace, const SearchArea &area);

} // namespace xs::engine
