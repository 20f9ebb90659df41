// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobsteps.h"

#include "api/jobjson.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace xs::jobs {

Step nextStep(const JobRecord &job)
{
    switch (job.phase) {
    case Phase::Queued:
    case Phase::Uploading:
        return job.cancelWanted ? Step::CancelHere : Step::Upload;
    case Phase::Creating:
        if (job.createSentAt.isValid())
            return Step::LookUp;
        return job.cancelWanted ? Step::CancelHere : Step::Create;
    case Phase::Waiting:
        return job.cancelWanted ? Step::CancelThere : Step::Poll;
    default:
        break;
    }
    if (job.removeWanted && job.removeThereToo && !job.remoteId.isEmpty())
        return Step::DeleteThere;
    const auto isRemovable = !job.fileId.isEmpty() && !job.isServerInput();
    return isRemovable && (job.removeUpload || (job.removeWanted && job.removeThereToo)) ? Step::RemoveUpload
                                                                                         : Step::None;
}

bool meansUploadIsLost(const Error &error)
{
    return error.code == ErrorCode::NotFound || error.detail.contains("inputs_invalid"_L1);
}

Error errorOfServerInput(const Error &refusal, const FileId &input)
{
    // Settings and webhooks that are not there are refused with the same word.
    static const QRegularExpression otherThings(u"configuration|webhook"_s, QRegularExpression::CaseInsensitiveOption);
    const auto isOfInput = refusal.detail.contains(input.text()) || !refusal.detail.contains(otherThings);
    if (!meansUploadIsLost(refusal) || !isOfInput)
        return refusal;
    auto detail = refusal.detail;
    detail.remove(u"inputs_invalid:"_s);
    using enum domain::JobStatus;
    const auto namesStatus = std::ranges::any_of(
        std::array{Pending, Throttled, Running, Failed, Cancelled},
        [&detail](domain::JobStatus status) { return detail.contains(api::statusWord(status), Qt::CaseInsensitive); });
    return {namesStatus ? ErrorCode::FileUnreadable : ErrorCode::FileMissing, detail.simplified(), input.text()};
}

namespace {

/// Whether the failure leaves no doubt that the server still has the uploaded file and would take it.
bool fileIsGood(const JobRecord &job)
{
    if (job.phase != Phase::Failed || job.fileId.isEmpty() || !job.remoteId.isEmpty())
        return false;
    return job.error.code != ErrorCode::NotFound && job.error.code != ErrorCode::Forbidden &&
           job.error.code != ErrorCode::RequestRefused;
}

bool isStillOnServer(const JobRecord &job)
{
    return job.phase == Phase::Failed && !job.remoteId.isEmpty() && !domain::isOver(job.status()) &&
           job.error.code != ErrorCode::NotFound;
}

} // namespace

JobRecord begunAgain(const JobRecord &job)
{
    auto again = job;
    again.error = {};
    again.cancelWanted = false;
    again.run += 1;
    if (isStillOnServer(job)) {
        again.phase = Phase::Waiting;
        return again;
    }
    if (fileIsGood(job)) {
        again.phase = Phase::Creating;
        return again;
    }
    if (!job.remoteId.isEmpty())
        again.formerRemoteIds.push_back(job.remoteId);
    again.remoteId = {};
    again.remoteStatus.clear();
    again.createSentAt = {};
    again.summary.reset();
    if (job.isServerInput()) {
        again.phase = Phase::Creating;
        return again;
    }
    again.fileId = {};
    again.phase = Phase::Queued;
    return again;
}

Cause causeOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NoNetwork:
    case ErrorCode::HostNotFound:
    case ErrorCode::ConnectionRefused:
    case ErrorCode::ConnectionLost:
    case ErrorCode::CertificateRefused:
    case ErrorCode::TimedOut:
    case ErrorCode::RateLimited:
        return Cause::Way;
    case ErrorCode::ServerFailed:
    case ErrorCode::UnreadableAnswer:
        return Cause::Server;
    default:
        return Cause::Request;
    }
}

} // namespace xs::jobs
