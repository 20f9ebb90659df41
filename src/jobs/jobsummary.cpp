// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobsummary.h"

#include "api/resultjson.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::jobs {

JobSummary summaryOf(const domain::ExtractJob &job, const Json &dataSchema)
{
    JobSummary summary;
    const auto fields = schema::readFields(dataSchema);
    const auto result = api::readResult(job.extractResult, job.extractMetadata, fields ? &*fields : nullptr);
    domain::forEachValue(result, [&summary](const QString &, const domain::ResultNode &value) {
        if (value.value.is_null())
            return;
        ++summary.values;
        if (const auto score = value.evidence ? value.evidence->confidence : std::nullopt)
            summary.lowest = std::min(summary.lowest.value_or(1.0), *score);
    });
    if (const auto pages = integerMember(member(job.metadata, "usage"), "num_pages_extracted"))
        summary.pages = static_cast<int>(*pages);
    summary.credits = numberMember(job.usage, "credits");
    return summary;
}

} // namespace xs::jobs
