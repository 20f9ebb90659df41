// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/fields/occurrences.h"

namespace xs::engine {

/// The words that say a value: a date or number in any notation, a text letter for letter (case, blanks and
/// punctuation do not count), or the parts of a text that commas or lines separate, each for itself. Of several places
/// the one nearest to the token `near`. Empty when the document does not say it.
std::vector<Span> findValue(const Json &value, const Occurrences &occurrences, int near);

} // namespace xs::engine
