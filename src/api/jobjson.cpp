// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/jobjson.h"

#include "api/configurationjson.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace xs::api {

namespace {

using domain::JobStatus;

constexpr std::array statusWords{
    std::pair{JobStatus::Pending, QStringView(u"PENDING")}, std::pair{JobStatus::Throttled, QStringView(u"THROTTLED")},
    std::pair{JobStatus::Running, QStringView(u"RUNNING")}, std::pair{JobStatus::Completed, QStringView(u"COMPLETED")},
    std::pair{JobStatus::Failed, QStringView(u"FAILED")},   std::pair{JobStatus::Cancelled, QStringView(u"CANCELLED")},
    std::pair{JobStatus::Unknown, QStringView(u"UNKNOWN")},
};

QString text(const Json &json, const char *key)
{
    return stringMember(json, key).value_or(QString());
}

} // namespace

QString statusWord(JobStatus status)
{
    const auto found = std::ranges::find(statusWords, status, [](const auto &entry) { return entry.first; });
    return found->second.toString();
}

JobStatus statusFromWord(QStringView word)
{
    const auto found = std::ranges::find_if(statusWords, [word](const auto &entry) { return entry.second == word; });
    return found == statusWords.end() ? JobStatus::Unknown : found->first;
}

Expected<domain::ExtractJob> jobFromJson(const Json &json)
{
    const auto id = text(json, "id");
    const auto status = stringMember(json, "status");
    if (id.isEmpty() || !status)
        return Unexpected(ErrorCode::UnreadableAnswer, u"a job needs an id and a status"_s);
    domain::ExtractJob job;
    job.id = JobId(id);
    job.status = statusFromWord(*status);
    job.projectId = text(json, "project_id");
    job.fileInput = text(json, "file_input");
    job.createdAt = readTimestamp(text(json, "created_at"));
    job.updatedAt = readTimestamp(text(json, "updated_at"));
    job.configurationId = stringMember(json, "configuration_id");
    if (auto configuration = configurationFromJson(member(json, "configuration"), MissingFlags::Off))
        job.configuration = *std::move(configuration);
    job.errorMessage = stringMember(json, "error_message");
    job.extractResult = member(json, "extract_result");
    job.extractMetadata = member(json, "extract_metadata");
    job.metadata = member(json, "metadata");
    job.usage = member(json, "usage");
    job.raw = json;
    return job;
}

Expected<domain::RemoteFile> fileFromJson(const Json &json)
{
    const auto id = text(json, "id");
    if (id.isEmpty())
        return Unexpected(ErrorCode::UnreadableAnswer, u"a file needs an id"_s);
    return domain::RemoteFile{FileId(id), text(json, "name"), text(json, "project_id")};
}

Expected<Page<domain::ExtractJob>> jobPageFromJson(const Json &json)
{
    const auto &items = member(json, "items");
    if (!items.is_array())
        return Unexpected(ErrorCode::UnreadableAnswer, u"a list needs items"_s);
    Page<domain::ExtractJob> page{{}, text(json, "next_page_token")};
    for (const auto &item : items)
        if (auto job = jobFromJson(item))
            page.items.push_back(*std::move(job));
    return page;
}

QString timestamp(const QDateTime &moment)
{
    return moment.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s) + u"000Z"_s;
}

QDateTime readTimestamp(const QString &text)
{
    static const QRegularExpression moreThanMilliseconds(u"(\\.\\d{3})\\d+"_s);
    auto trimmed = text;
    trimmed.replace(moreThanMilliseconds, u"\\1"_s);
    auto moment = QDateTime::fromString(trimmed, Qt::ISODateWithMs);
    if (moment.isValid() && moment.timeSpec() == Qt::LocalTime)
        moment.setTimeSpec(Qt::UTC);
    return moment.toUTC();
}

} // namespace xs::api
