// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <optional>

namespace xs::domain {

/// Known values of `extraction_target`.
namespace target {
inline constexpr QStringView perDocument = u"per_doc";
inline constexpr QStringView perPage = u"per_page";
inline constexpr QStringView perTableRow = u"per_table_row";
} // namespace target

/// Known values of `tier`.
namespace tier {
inline constexpr QStringView costEffective = u"cost_effective";
inline constexpr QStringView agentic = u"agentic";
inline constexpr QStringView agenticPlus = u"agentic_plus";
inline constexpr QStringView turbo = u"turbo";
/// In the order of a chooser.
inline constexpr QStringView all[] = {costEffective, agentic, agenticPlus, turbo};
} // namespace tier

/// Known values of `parse_tier`.
namespace parsetier {
inline constexpr QStringView fast = u"fast";
inline constexpr QStringView all[] = {fast, tier::costEffective, tier::agentic, tier::agenticPlus};
} // namespace parsetier

/// What to extract and how: the API's `ExtractConfiguration`. Enumerations stay text, because a newer
/// server may know more of them; fields that this version does not know are kept in `others` and written back.
/// Defaults are those of the API reference, but for citations and confidence, which this program wants.
struct Configuration
{
    Json dataSchema = Json::object();
    QString tier = domain::tier::costEffective.toString();
    QString extractionTarget = target::perDocument.toString();
    QString extractVersion = QStringLiteral("latest");
    bool citeSources = true;
    bool confidenceScores = true;
    /// Pages from 1, such as "1,3,5-7"; none means all.
    std::optional<QString> targetPages;
    std::optional<int> maxPages;
    std::optional<QString> systemPrompt;
    std::optional<QString> parseTier;
    std::optional<QString> parseConfigId;
    Json others = Json::object();
    /// Entries of the create request's `webhook_configurations`, as they are sent but for their signing secrets. They
    /// are no part of the API's configuration object; files have them as a member beside the others.
    Json webhooks = Json::array();
    /// Ids of webhooks that the server keeps: the create request's `webhook_configuration_ids`; in files as the above.
    Json webhookIds = Json::array();

    bool operator==(const Configuration &) const = default;
};

} // namespace xs::domain
