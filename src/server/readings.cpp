// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/readings.h"

#include "api/errorjson.h"
#include "server/extractjson.h"

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

/// How the pages of an extract job are read, as the configuration of a parse job.
Json readingSettings(const StoredJob &extractJob)
{
    const auto &configuration = member(extractJob.request, "configuration");
    auto settings = member(extractJob.request, "parse_configuration");
    if (!settings.is_object())
        settings = Json::object();
    settings.erase("product_type");
    settings["tier"] = parseTier(extractJob);
    settings["version"] = "latest";
    Json pages;
    for (const auto *name : {"target_pages", "max_pages"})
        if (const auto &value = member(configuration, name); !value.is_null())
            pages[name] = value;
    if (!pages.is_null())
        settings["page_ranges"] = pages;
    return settings;
}

/// Whether it is the service that has no time now, and not the document that cannot be read.
bool isForLater(const Error &error)
{
    return error.code == ErrorCode::TimedOut || error.code == ErrorCode::RateLimited ||
           error.code == ErrorCode::ServiceStopped;
}

} // namespace

Expected<StoredJob> Readings::jobOf(const StoredJob &extractJob) const
{
    StoredJob job;
    job.id = parseJobId(extractJob).value_or(QString());
    const auto file = m_files.find(extractJob.input);
    if (!file && file.error().code == ErrorCode::NotFound)
        return Unexpected(ErrorCode::NotFound, {}, job.id + u" (the file that it read was deleted)"_s);
    if (!file)
        return Unexpected(file.error());
    job.kind = JobKind::Parse;
    job.input = file->id;
    job.request["configuration"] = readingSettings(extractJob);
    job.request["name"] = toStd(file->name);
    job.request["read_as"] = member(member(extractJob.request, "configuration"), "tier");
    return job;
}

Expected<void> Readings::make(const QString &id)
{
    const auto extractJob = m_jobs.find(JobKind::Extract, u"ext-"_s + id.mid(4));
    if (!extractJob || extractJob->status != domain::JobStatus::Completed || parseJobId(*extractJob) != id)
        return Unexpected(ErrorCode::NotFound, {}, id);
    auto job = jobOf(*extractJob);
    if (!job)
        return Unexpected(job.error());
    auto request = job->request;
    request["task"] = "parse";
    request["path"] = toStd(m_files.pathOf(job->input));
    const auto result = documentResult(m_tasks.run(request));
    if (!result && isForLater(result.error())) {
        const auto stored = m_jobs.add(*job, nullptr);
        m_runner.wake();
        return stored;
    }
    job->status = result ? domain::JobStatus::Completed : domain::JobStatus::Failed;
    if (!result)
        job->errorMessage = api::failureMessage(result.error());
    return m_jobs.add(*job, result ? &*result : nullptr);
}

} // namespace xs::server
