// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/decision.h"

namespace xs::review {

/// The decisions about an earlier result that still hold for a later one of the same document. A corrected or absent
/// value stays so, unless the engine now says what the person said: then it is confirmed. A confirmation, a rejection
/// or a doubt holds only for the value that it was about. Nothing is said about values that are new.
Decisions carriedOver(const domain::ResultNode &before, const Decisions &decisions, const domain::ResultNode &after);

} // namespace xs::review
