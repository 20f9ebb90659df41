// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/ids.h"
#include "domain/extractjob.h"
#include "jobs/jobsummary.h"

#include <QDateTime>
#include <QUrl>

#include <optional>
#include <vector>

namespace xs::jobs {

/// How far a job has come, seen from here. A phase is stored before its request is sent.
enum class Phase { Queued, Uploading, Creating, Waiting, Completed, Failed, Cancelled };

/// The phase's name as written above, for the store and for logs.
QString phaseName(Phase phase);
std::optional<Phase> phaseFromName(QStringView name);

/// Whether nothing more happens to such a job by itself.
inline bool isOver(Phase phase)
{
    return phase == Phase::Completed || phase == Phase::Failed || phase == Phase::Cancelled;
}

/// The table of transitions. Failed and Cancelled are left by a retry only, Completed never.
bool mayFollow(Phase from, Phase to);

/// A document as it was when the job was added. Its bytes stay where they are: when the file is moved, changed
/// or deleted later, the job keeps its answer, and `size` and `sha256` tell whether a file is still the same.
struct DocumentReference
{
    /// Absolute; empty for an input that was on the server before (a file or a parse job).
    QString path;
    QString name;
    qint64 size = 0;
    /// Lower-case hex; empty until the upload began.
    QString sha256;
    std::optional<int> pageCount;

    bool operator==(const DocumentReference &) const = default;
};

/// One job in this program's own list. Light enough for thousands in memory: its configuration and its answer
/// are read from the store when someone looks at them.
struct JobRecord
{
    LocalJobId id;
    DocumentReference document;
    /// Profile of the connection, and the address that it had when the job was added.
    QString connectionName;
    QUrl baseUrl;
    Phase phase = Phase::Queued;
    /// In phase Failed the reason. In an unfinished phase the trouble that keeps it waiting (no network, …);
    /// not stored then. Code None otherwise.
    Error error;
    FileId fileId;
    JobId remoteId;
    /// The server's own word (`PENDING`, `RUNNING`, …, or one that is not known); empty before it has the job.
    QString remoteStatus;
    /// Whether the store has an answer: the server's whole job object.
    bool hasAnswer = false;
    /// Of a completed job; absent where an earlier version of the program stored the answer.
    std::optional<JobSummary> summary;
    /// The user asked for an end; it is sent to the server as soon as that can be reached.
    bool cancelWanted = false;
    /// To be taken from the list as soon as it is over.
    bool removeWanted = false;
    /// With `removeWanted`: the server is to forget the job and the upload before.
    bool removeThereToo = false;
    /// The upload is to be removed from the server as soon as no job needs it any more.
    bool removeUpload = false;
    /// How often it was begun: 1, and one more for each retry.
    int run = 1;
    /// When the last create was sent whose outcome is not known, by the server's clock as far as it is known; such a
    /// create is looked up, never repeated blindly.
    QDateTime createSentAt;
    /// Server jobs of earlier runs.
    std::vector<JobId> formerRemoteIds;
    QDateTime createdAt;
    QDateTime updatedAt;

    /// Whether the input was on the server before; such an input is never uploaded or removed.
    bool isServerInput() const { return document.path.isEmpty(); }
    domain::JobStatus status() const;
    bool operator==(const JobRecord &) const = default;
};

} // namespace xs::jobs
