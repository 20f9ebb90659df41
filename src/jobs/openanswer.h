// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "domain/extractjob.h"
#include "domain/resultnode.h"
#include "schema/field.h"

namespace xs::jobs {

class JobQueue;

/// A job's answer, ready to be shown or exported: values with evidence, and the schema that was asked for.
struct OpenAnswer
{
    domain::ExtractJob job;
    domain::ResultNode result;
    Json dataSchema;
    schema::Field schema;
};

/// Reads a completed job from the queue's store. Errors: those of the store, of the answer, of the schema.
Expected<OpenAnswer> openAnswer(const JobQueue &queue, const LocalJobId &id);

/// Reads the text of a job's answer, in any thread; `configuration` is the one that the job was created with.
Expected<OpenAnswer> readAnswer(const QByteArray &text, const Json &configuration);

} // namespace xs::jobs
