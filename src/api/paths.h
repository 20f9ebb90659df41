// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Paths of the API, below the connection's base URL. A path with an id ends in a slash here.
namespace xs::api::path {

inline constexpr QStringView files = u"/api/v1/beta/files";
inline constexpr QStringView configurations = u"/api/v1/beta/configurations";
inline constexpr QStringView webhookConfigs = u"/api/v1/beta/webhook-configs";
inline constexpr QStringView projects = u"/api/v1/projects";
inline constexpr QStringView projectsV2 = u"/api/v2/projects";
inline constexpr QStringView organizations = u"/api/v1/organizations";
inline constexpr QStringView organizationsV2 = u"/api/v2/organizations";
inline constexpr QStringView jobDataPoints = u"/api/v1/job-data-points";
inline constexpr QStringView extract = u"/api/v2/extract";
inline constexpr QStringView parse = u"/api/v2/parse";
/// Where schemas are checked. The reference page names the second form; the SDKs call the first.
inline constexpr QStringView schemaValidation = u"/api/v2/extract/schema/validation";
inline constexpr QStringView schemaValidate = u"/api/v2/extract/schema/validate";
inline constexpr QStringView schemaGenerate = u"/api/v2/extract/schema/generate";

/// `collection` + "/" + the id, percent-encoded so that it stays one segment.
QString item(QStringView collection, const QString &id, QStringView action = {});

} // namespace xs::api::path
