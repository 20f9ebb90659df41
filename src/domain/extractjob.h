// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "base/json.h"
#include "domain/configuration.h"

#include <QDateTime>

namespace xs::domain {

/// The server's job states. Unknown stands for one that this version has not heard of: it counts as running.
enum class JobStatus { Pending, Throttled, Running, Completed, Failed, Cancelled, Unknown };

/// Whether a job in this state never changes again.
inline bool isOver(JobStatus status)
{
    return status == JobStatus::Completed || status == JobStatus::Failed || status == JobStatus::Cancelled;
}

/// A job as the server tells it (`ExtractV2Job`).
struct ExtractJob
{
    JobId id;
    QString projectId;
    /// `dfl-…` or `pjb-…`.
    QString fileInput;
    JobStatus status = JobStatus::Pending;
    QDateTime createdAt;
    QDateTime updatedAt;
    std::optional<QString> configurationId;
    /// Present when the server was asked to expand it.
    std::optional<Configuration> configuration;
    std::optional<QString> errorMessage;
    /// Null until completed. Object for per_doc, array for per_page and per_table_row.
    Json extractResult;
    /// `extract_metadata`, `metadata` and `usage` as they came; null where absent.
    Json extractMetadata;
    Json metadata;
    Json usage;
    /// The whole object as it came, for exports and the raw view.
    Json raw;

    bool operator==(const ExtractJob &) const = default;
};

/// A file that was uploaded.
struct RemoteFile
{
    FileId id;
    QString name;
    QString projectId;
    bool operator==(const RemoteFile &) const = default;
};

} // namespace xs::domain
