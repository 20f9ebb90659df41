// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/candidates/candidates.h"

#include <optional>

namespace xs::engine {

/// A postal address with its name, as it stands in a few lines below each other.
struct AddressBlock
{
    Party party = Party::None;
    /// How sure the party is, 0…1: a heading says it surely, its place less so.
    double certainty = 0;
    std::optional<Span> name;
    std::optional<Span> street;
    std::optional<Span> zip;
    std::optional<Span> city;
    std::optional<Span> state;
    std::optional<Span> country;
    /// All lines of the address without the name.
    std::vector<Span> address;
    int page = 0;
    /// The first line above the street that may be a name.
    std::optional<Span> top;
    /// Its first and its last segment.
    std::pair<int, int> lines{-1, -1};
};

/// The addresses on the pages of an area, from top to bottom.
std::vector<AddressBlock> findAddresses(const Workspace &workspace, const SearchArea &area);

/// A form's numbered label: "6 City, state, and ZIP code".
bool isNumberedLabel(const Workspace &workspace, const Span &span);

} // namespace xs::engine
