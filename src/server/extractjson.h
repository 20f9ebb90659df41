// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/configuration.h"
#include "server/jobstore.h"

namespace xs::server {

/// A `configuration` as the service reports it: with both names of the version, for clients of either generation.
Json reportedConfiguration(const domain::Configuration &configuration);

/// The parts of a job's result that extractJobJson tells of.
const QStringList &extractParts();

/// The tier that the document was parsed with; null for the tier that parses nothing.
Json parseTier(const StoredJob &job);
/// The parse job that an extract job started from, or that stands for its own reading of a file (Readings).
std::optional<QString> parseJobId(const StoredJob &job);

/// The API's `ExtractV2Job`. `expand` adds `configuration`, `extract_metadata` and `usage`; the metadata comes
/// unasked when citations or confidence were wanted, because the SDKs' own run() expands nothing.
Json extractJobJson(const StoredJob &job, const QString &projectId, const QStringList &expand);

} // namespace xs::server
