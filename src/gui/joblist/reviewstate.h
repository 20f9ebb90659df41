// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace xs::gui::joblist {

/// How far the review of a job's values is, as the list of jobs shows it.
struct ReviewState
{
    /// Values that somebody decided about, and how many of these decisions changed something.
    int decided = 0;
    int edits = 0;
    /// The whole document was confirmed.
    bool whole = false;

    bool operator==(const ReviewState &) const = default;
};

} // namespace xs::gui::joblist
