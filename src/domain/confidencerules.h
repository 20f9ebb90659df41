// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/confidence.h"
#include "domain/resultnode.h"

#include <map>

namespace xs::domain {

/// From which score on values are trusted: for all fields, and for some of them otherwise.
struct ConfidenceRules
{
    ConfidenceRules() = default;
    ConfidenceRules(const ConfidenceLimits &limits) : all(limits) {}

    ConfidenceLimits all;
    /// By the field's name, as fieldNameIn() says it ("line_items.price").
    std::map<QString, ConfidenceLimits> fields;

    const ConfidenceLimits &limitsFor(const ResultNode &result, const ResultPath &path) const;
    bool operator==(const ConfidenceRules &) const = default;
};

/// `{"certain": 0.9, "check": 0.6, "fields": {"total": {"certain": 0.95, "check": 0.8}}}`.
Json toJson(const ConfidenceRules &rules);
/// Limits that are missing, no numbers, outside 0…1 or in the wrong order are the usual ones.
ConfidenceRules confidenceRulesFromJson(const Json &json);

} // namespace xs::domain
