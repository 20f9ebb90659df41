// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/openanswer.h"

#include "api/jobjson.h"
#include "api/resultjson.h"
#include "jobs/jobqueue.h"

namespace xs::jobs {

Expected<OpenAnswer> openAnswer(const JobQueue &queue, const LocalJobId &id)
{
    const auto text = queue.answerText(id);
    if (!text)
        return Unexpected(text.error());
    return readAnswer(*text, queue.configuration(id).value_or(Json()));
}

Expected<OpenAnswer> readAnswer(const QByteArray &text, const Json &configuration)
{
    const auto answer = parseJson(text);
    if (!answer)
        return Unexpected(answer.error());
    auto job = api::jobFromJson(*answer);
    if (!job)
        return Unexpected(job.error());
    const auto dataSchema = member(configuration, "data_schema");
    const auto fields = schema::readFields(dataSchema);
    OpenAnswer open{std::move(*job), {}, dataSchema, fields ? *fields : schema::Field()};
    open.result = api::readResult(open.job.extractResult, open.job.extractMetadata, fields ? &open.schema : nullptr);
    return open;
}

} // namespace xs::jobs
