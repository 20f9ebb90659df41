// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jobdataroutes.h"

#include "api/jobjson.h"
#include "api/paths.h"
#include "server/answers.h"
#include "server/queryreader.h"

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

constexpr int secondsPerHour = 3600;
constexpr int mostHours = 168;

Json moment(const std::optional<QDateTime> &moment)
{
    return moment ? Json(toStd(api::timestamp(*moment))) : Json();
}

Json transitions(const StoredJob &job)
{
    const auto endedAs = [&job](domain::JobStatus status) {
        return job.status == status ? moment(job.endedAt) : Json();
    };
    Json json;
    json["pending_at"] = moment(job.createdAt);
    json["throttled_at"] = nullptr;
    json["running_at"] = moment(job.runningAt);
    json["completed_at"] = endedAs(domain::JobStatus::Completed);
    json["failed_at"] = endedAs(domain::JobStatus::Failed);
    json["cancelled_at"] = endedAs(domain::JobStatus::Cancelled);
    return json;
}

} // namespace

void JobDataRoutes::addTo(Router &router)
{
    router.add("GET", api::path::jobDataPoints.toString(), [this](const Request &request) { return list(request); });
}

Json JobDataRoutes::toJson(const StoredJob &job) const
{
    Json json;
    json["id"] = toStd(job.id);
    json["created_at"] = toStd(api::timestamp(job.createdAt));
    json["updated_at"] = toStd(api::timestamp(job.updatedAt));
    json["custom_tag"] = "";
    json["project_id"] = toStd(m_tenancy.projectId);
    json["status"] = toStd(api::statusWord(job.status).toLower());
    json["error_message"] = orNull(job.errorMessage);
    json["state_transitions"] = transitions(job);
    return json;
}

Response JobDataRoutes::list(const Request &request) const
{
    QueryReader query(request);
    JobQuery wanted;
    const auto type = query.word(u"job_type"_s, {u"extract"_s, u"parse"_s, u"classify"_s});
    if (!query.text(u"job_type"_s))
        query.refuse(u"job_type"_s, u"Field required"_s, u"missing"_s);
    wanted.kind = type == u"parse"_s ? JobKind::Parse : JobKind::Extract;
    const auto hours = query.integer(u"hours"_s, 1, mostHours).value_or(1);
    wanted.createdFrom =
        query.moment(u"created_at_on_or_after"_s).value_or(m_clock.now().addSecs(-hours * secondsPerHour));
    wanted.createdUpTo = query.moment(u"created_at_on_or_before"_s);
    for (const auto &status : query.texts(u"status"_s))
        wanted.statuses << status.toUpper();
    wanted.pageSize = query.pageSize();
    wanted.after = query.pageToken();
    if (query.problems().any())
        return query.problems().response();
    // Nothing is classified here.
    const auto page =
        type == u"classify"_s ? Expected<ListPage<StoredJob>>(ListPage<StoredJob>()) : m_jobs.list(wanted);
    return page ? jsonResponse(pageJson(*page, [this](const StoredJob &job) { return toJson(job); }))
                : storeErrorResponse(page.error(), u"job"_s);
}

} // namespace xs::server
