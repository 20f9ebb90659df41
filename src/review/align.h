// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/resultnode.h"

#include <map>

namespace xs::review {

/// Children of two lists that say the same thing; one side is absent where a child has no counterpart.
struct AlignedRow
{
    std::optional<std::size_t> before;
    std::optional<std::size_t> after;

    bool operator==(const AlignedRow &) const = default;
};

/// Pairs the elements of two lists in order, so that as many of their values as possible are equal: a row that came or
/// went moves none of the others. Long lists that differ everywhere are paired by position.
std::vector<AlignedRow> alignRows(const domain::ResultNode &before, const domain::ResultNode &after);

/// Which value of `after` is which of `before`: members by name, or, where a member is new and another gone, by the
/// same content (a field that was renamed); elements of lists by alignRows(). Only values that have a counterpart.
std::map<domain::ResultPath, domain::ResultPath> correspondingValues(const domain::ResultNode &before,
                                                                     const domain::ResultNode &after);

} // namespace xs::review
