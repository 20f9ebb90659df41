// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/joblist/jobstate.h"

#include <QCoreApplication>

namespace xs::gui::joblist {

namespace {

struct States
{
    Q_DECLARE_TR_FUNCTIONS(JobState)
};

} // namespace

JobStage stageOf(const jobs::JobRecord &job)
{
    switch (job.phase) {
    case jobs::Phase::Queued:
        return JobStage::Waits;
    case jobs::Phase::Uploading:
        return JobStage::Uploading;
    case jobs::Phase::Creating:
        return JobStage::Sending;
    case jobs::Phase::Waiting:
        return job.status() == domain::JobStatus::Running ? JobStage::Reading : JobStage::Accepted;
    default:
        return JobStage::None;
    }
}

QString stageWord(JobStage stage)
{
    switch (stage) {
    case JobStage::Uploading:
        return States::tr("upload");
    case JobStage::Sending:
        return States::tr("sent");
    case JobStage::Accepted:
        return States::tr("on server");
    case JobStage::Reading:
        return States::tr("reading");
    case JobStage::Waits:
    case JobStage::None:
        break;
    }
    return {};
}

JobState stateOf(const jobs::JobRecord &job)
{
    switch (job.phase) {
    case jobs::Phase::Completed:
        return JobState::Completed;
    case jobs::Phase::Failed:
        return JobState::Failed;
    case jobs::Phase::Cancelled:
        return JobState::Cancelled;
    default:
        break;
    }
    if (job.error.code != ErrorCode::None)
        return JobState::Retrying;
    return job.phase == jobs::Phase::Queued ? JobState::Queued : JobState::Running;
}

QString stateWord(JobState state)
{
    switch (state) {
    case JobState::Running:
        return States::tr("Running");
    case JobState::Retrying:
        return States::tr("Waiting to retry");
    case JobState::Queued:
        return States::tr("Queued");
    case JobState::Completed:
        return States::tr("Completed");
    case JobState::Failed:
        return States::tr("Failed");
    case JobState::Cancelled:
        break;
    }
    return States::tr("Cancelled");
}

QStringView stateIcon(JobState state)
{
    switch (state) {
    case JobState::Running:
        return u"ring";
    case JobState::Retrying:
        return u"retry";
    case JobState::Queued:
        return u"clock";
    case JobState::Completed:
        return u"check";
    case JobState::Failed:
        return u"warning";
    case JobState::Cancelled:
        break;
    }
    return u"stop";
}

common::IconColor stateColor(JobState state)
{
    switch (state) {
    case JobState::Running:
        return common::IconColor::Accent;
    case JobState::Retrying:
        return common::IconColor::Check;
    case JobState::Completed:
        return common::IconColor::Certain;
    case JobState::Failed:
        return common::IconColor::Low;
    default:
        return common::IconColor::Text2;
    }
}

} // namespace xs::gui::joblist
