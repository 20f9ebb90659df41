// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/openanswer.h"

#include "api/jobjson.h"
#include "api/resultjson.h"
#include "jobs/jobqueue.h"

namespace xs::jobs {

Expected<OpenAnswer> openAnswer(const JobQueue &queue, const LocalJobId &id)
{
    const auto answer = queue.answer(id);
    if (!answer)
        return Unexpected(answer.error());
    auto job = api::jobFromJson(*answer);
    if (!job)
        return Unexpected(job.error());
    const auto configuration = queue.configuration(id);
    const auto dataSchema = configuration ? member(*configuration, "data_schema") : Json();
    const auto fields = schema::readFields(dataSchema);
    OpenAnswer open{std::move(*job), {}, dataSchema, fields ? *fields : schema::Field()};
    open.result = api::readResult(open.job.extractResult, open.job.extractMetadata, fields ? &open.schema : nullptr);
    return open;
}

} // namespace xs::jobs
