// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobrecord.h"

namespace xs::jobs {

/// What a job needs next.
enum class Step {
    None,
    Upload,
    Create,
    /// A create was sent and its outcome is not known.
    LookUp,
    Poll,
    /// Tell the server that the job is not wanted any more.
    CancelThere,
    /// Nothing has reached the server that would have to be cancelled there.
    CancelHere,
    /// The job is over, and the server is to forget it, …
    DeleteThere,
    /// … and its upload, too.
    RemoveUpload,
};

/// Follows from the record alone, so that a restart goes on where the program ended.
Step nextStep(const JobRecord &job);

/// Whether a refusal of a create means that the server has lost the upload.
bool meansUploadIsLost(const Error &error);

/// What a refused create says of an input that is on the server, as an error about that input: FileMissing, or
/// FileUnreadable for a parse job that is not completed; the place is its id. The error itself when it is about
/// something else.
Error errorOfServerInput(const Error &refusal, const FileId &input);

/// A failed or cancelled job as its next run begins.
JobRecord begunAgain(const JobRecord &job);

/// Where the cause of a failed request lies, and so what is to be done about it.
enum class Cause {
    /// The server cannot be reached or wants fewer requests: everything that goes there waits.
    Way,
    /// The server failed at this request: it gets some more attempts.
    Server,
    /// The request is refused for good.
    Request,
};
Cause causeOf(const Error &error);

} // namespace xs::jobs
