// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/extractjob.h"

namespace xs::jobs {

/// What a completed job's answer says, as far as a list shows it. It is stored with the job, so that a list of a
/// hundred thousand is sorted and filtered without reading an answer.
struct JobSummary
{
    /// The lowest score of any value; none when no value has one.
    std::optional<double> lowest;
    /// Values that are not null.
    int values = 0;
    std::optional<int> pages;
    std::optional<double> credits;

    bool operator==(const JobSummary &) const = default;
};

/// Reads the summary; `dataSchema` settles which members are fields (null is allowed).
JobSummary summaryOf(const domain::ExtractJob &job, const Json &dataSchema);

} // namespace xs::jobs
