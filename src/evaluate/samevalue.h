// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

namespace xs::evaluate {

/// What counts as the same value.
struct SameRules
{
    /// Dates and numbers are compared by what they say, not by how they are written.
    bool byValue = true;
    /// Upper and lower case are different letters.
    bool matchCase = false;

    bool operator==(const SameRules &) const = default;
};

/// Whether two plain values say the same. Null and empty text are the same. Text is compared in Unicode's compatible
/// form (NFKC) with every run of white space as one space and none at its ends, and without regard to case unless the
/// rules say so. By value: 3 is 3.0, a text that is a number is the number it writes (1,554.72 and 1.554,72 are
/// 1554.72 beside a number; two texts are not numbers: 007 is not 7), and two dates are the same day however they are
/// written (2026-03-14, 14.03.2026, 14/03/2026, 14 March 2026). A date whose day and month could be exchanged
/// (03/04/2026) stays text.
bool sameValue(const Json &a, const Json &b, const SameRules &rules = {});

/// One form for all values that are the same by sameValue(), but for texts that are the same only beside a number.
Json canonical(const Json &value, const SameRules &rules = {});

} // namespace xs::evaluate
