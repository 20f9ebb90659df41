// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/extractjob.h"

namespace xs::api {

/// A job status in the API's words and back; a word that is not known is JobStatus::Unknown.
QString statusWord(domain::JobStatus status);
domain::JobStatus statusFromWord(QStringView word);

/// Reads a job object. Unknown members stay in `raw`, unknown statuses become JobStatus::Unknown.
/// Error UnreadableAnswer when it is no object or has no id or no status.
Expected<domain::ExtractJob> jobFromJson(const Json &json);

/// Reads a file object. Error UnreadableAnswer when it has no id.
Expected<domain::RemoteFile> fileFromJson(const Json &json);

/// One page of a list.
template <typename T>
struct Page
{
    std::vector<T> items;
    /// Empty on the last page.
    QString nextPageToken;
};

/// Reads a page of jobs; items that are no jobs are left out. Error UnreadableAnswer when `items` is missing.
Expected<Page<domain::ExtractJob>> jobPageFromJson(const Json &json);

/// Timestamps as the service writes them: UTC with six fraction digits and Z.
QString timestamp(const QDateTime &moment);
/// Reads ISO 8601 with any number of fraction digits; a missing zone means UTC. Invalid when it is none.
QDateTime readTimestamp(const QString &text);

} // namespace xs::api
