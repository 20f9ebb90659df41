// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/geometry.h"

#include <vector>

namespace xs::document {

/// The straight lines that are drawn on a page, as tables and forms have them between cells. In fractions of the page.
struct DrawnRules
{
    /// Those that run up the page and those that run across it.
    std::vector<domain::PageRect> upright;
    std::vector<domain::PageRect> level;

    bool operator==(const DrawnRules &) const = default;
};

} // namespace xs::document
