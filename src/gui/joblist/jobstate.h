// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/icons.h"
#include "jobs/jobrecord.h"

#include <array>
#include <optional>

namespace xs::gui::joblist {

/// How a job stands, as the list counts and filters it.
enum class JobState { Running, Retrying, Queued, Completed, Failed, Cancelled };

inline constexpr std::array jobStates{JobState::Running,   JobState::Retrying, JobState::Queued,
                                      JobState::Completed, JobState::Failed,   JobState::Cancelled};

/// How far a job has come on its way to the server and back.
enum class JobStage { None, Waits, Uploading, Sending, Accepted, Reading };

JobStage stageOf(const jobs::JobRecord &job);
/// "queued", "sent", "being read"; empty when there is nothing to wait for.
QString stageWord(JobStage stage);

JobState stateOf(const jobs::JobRecord &job);
/// "Running", "Waiting to retry", …
QString stateWord(JobState state);
QStringView stateIcon(JobState state);
common::IconColor stateColor(JobState state);

} // namespace xs::gui::joblist
