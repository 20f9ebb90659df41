// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/text/text.h"

#include <optional>
#include <vector>

namespace xs::engine {

/// A month, or a year alone, of a period.
struct Moment
{
    /// Two where the period goes on on the next line between month and year.
    std::vector<Span> spans;
    /// "2021-03", empty for a year alone.
    QString month;
    int year = 0;
};

/// The beginning and the end of a period as far as words tell them, from left to right: "Sep 2018 – Mar 2020", "March –
/// August 2019", "2015–2018", or a year alone that ends the words.
std::vector<Moment> momentsIn(const Text &text, const Span &words);

/// The end of a period whose year stands alone on the next line: "2018 – Feb." above "2022".
std::optional<Moment> endBelow(const Text &text, const Span &period, const Span &below);

} // namespace xs::engine
