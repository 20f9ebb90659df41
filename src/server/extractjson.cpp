// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/extractjson.h"

#include "api/configurationjson.h"
#include "api/jobjson.h"
#include "server/answers.h"

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

Json extractMetadata(const StoredJob &job)
{
    Json json;
    json["field_metadata"] = member(job.result, "field_metadata");
    json["parse_job_id"] = orNull(parseJobId(job));
    json["parse_tier"] = parseTier(job);
    return json;
}

/// The local service costs nothing.
Json credits()
{
    return {{"credits", 0}, {"extract_credits", 0}, {"parse_credits", 0}};
}

} // namespace

/// That of the parse job or the parse configuration, or the one asked for, or the extract tier (API, "Parse Tier").
Json parseTier(const StoredJob &job)
{
    const auto &configuration = member(job.request, "configuration");
    if (const auto &given = member(job.request, "parse_tier"); given.is_string())
        return given;
    if (const auto &asked = member(configuration, "parse_tier"); asked.is_string())
        return asked;
    const auto tier = stringMember(configuration, "tier").value_or(QString());
    if (tier == domain::tier::turbo)
        return {};
    return tier == domain::tier::agenticPlus ? Json("agentic") : Json(toStd(tier));
}

std::optional<QString> parseJobId(const StoredJob &job)
{
    return job.input.startsWith("pjb-"_L1) ? job.input : stringMember(job.request, "parse_job_id");
}

Json reportedConfiguration(const domain::Configuration &configuration)
{
    auto json = api::toJson(configuration);
    json["version"] = json["extract_version"];
    return json;
}

const QStringList &extractParts()
{
    static const QStringList names{u"extract_result"_s, u"field_metadata"_s, u"usage"_s, u"notes"_s};
    return names;
}

Json extractJobJson(const StoredJob &job, const QString &projectId, const QStringList &expand)
{
    const auto &configuration = member(job.request, "configuration");
    const auto isCompleted = job.status == domain::JobStatus::Completed;
    const auto wantsMetadata = expand.contains("extract_metadata"_L1) ||
                               boolMember(configuration, "cite_sources").value_or(false) ||
                               boolMember(configuration, "confidence_scores").value_or(false);
    Json json;
    json["id"] = toStd(job.id);
    json["created_at"] = toStd(api::timestamp(job.createdAt));
    json["file_input"] = toStd(job.input);
    json["project_id"] = toStd(projectId);
    json["status"] = toStd(api::statusWord(job.status));
    json["updated_at"] = toStd(api::timestamp(job.updatedAt));
    json["configuration"] = expand.contains("configuration"_L1) ? configuration : Json();
    json["configuration_id"] = orNull(job.configurationId);
    json["error_message"] = orNull(job.errorMessage);
    json["extract_metadata"] = isCompleted && wantsMetadata ? extractMetadata(job) : Json();
    json["extract_result"] = isCompleted ? member(job.result, "extract_result") : Json();
    json["metadata"] = isCompleted ? Json{{"usage", member(job.result, "usage")}} : Json();
    // How the values came about, where that needs a word; not a part of the API.
    if (const auto &notes = member(job.result, "notes"); isCompleted && notes.is_array())
        json["metadata"]["notes"] = notes;
    json["usage"] = isCompleted && expand.contains("usage"_L1) ? credits() : Json();
    return json;
}

} // namespace xs::server
