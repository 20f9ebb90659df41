// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/icons.h"
#include "jobs/jobrecord.h"

#include <array>
#include <functional>
#include <optional>

namespace xs::gui::joblist {

/// How a job stands, as the list counts and filters it.
enum class JobState { Running, Retrying, Queued, Completed, Failed, Cancelled };

inline constexpr std::array jobStates{JobState::Running,   JobState::Retrying, JobState::Queued,
                                      JobState::Completed, JobState::Failed,   JobState::Cancelled};

JobState stateOf(const jobs::JobRecord &job);
/// "Running", "Waiting to retry", …
QString stateWord(JobState state);
QStringView stateIcon(JobState state);
common::IconColor stateColor(JobState state);

/// What a completed job's answer says, as far as a list shows it.
struct JobSummary
{
    /// The lowest score of any value; none when no value has one.
    std::optional<double> lowest;
    int values = 0;
    std::optional<int> pages;
    std::optional<double> credits;

    bool operator==(const JobSummary &) const = default;
};
/// Reads the summary of a job's answer; called once for each job that is looked at.
using Summarize = std::function<JobSummary(const LocalJobId &)>;

} // namespace xs::gui::joblist
