// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/filestore.h"
#include "server/httpmessage.h"
#include "server/jobstore.h"
#include "server/presign.h"

namespace xs::server {

/// The API's `ParseJob`. `expand` may name `usage`.
Json parseJobJson(const StoredJob &job, const QString &projectId, const QStringList &expand);

/// The parts of a job's result that these expansions tell of.
QStringList parseParts(const QStringList &expand);
/// Whether the result tells of the sizes of parts and where to load them.
bool wantsPartSizes(const StoredJob &job, const QStringList &expand);
/// A part as it is downloaded: words and grounded items as JSON Lines, all others as JSON. The job has the part.
Response partDownload(const StoredJob &job, const QString &part);

/// The API's `ParseResult`: the job and what was asked for of its result; null for what is not there (yet).
/// `sizes` are those of the stored parts, `copy` is the PDF file that was to be kept.
Json parseResultJson(const StoredJob &job, const QString &projectId, const QStringList &expand,
                     const QMap<QString, qint64> &sizes, const std::optional<StoredFile> &copy,
                     const Presigner &presigner);

/// The versions that a parse job may name, by tier (`GET /api/v2/parse/versions`).
Json parseVersions();

} // namespace xs::server
