// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/carryover.h"

#include "review/align.h"
#include "review/rows.h"

namespace xs::review {

namespace {

std::map<domain::ResultPath, Json> valuesOf(const domain::ResultNode &result)
{
    std::map<domain::ResultPath, Json> values;
    domain::forEachValue(result, [&](const domain::ResultPath &path, const domain::ResultNode &node) {
        values.emplace(path, node.value);
    });
    return values;
}

std::optional<Decision> carried(const Decision &decision, const Json &before, const Json &after)
{
    switch (decision.verdict) {
    case Verdict::Corrected:
        return after == decision.value ? Decision{Verdict::Confirmed, {}, {}, decision.note} : decision;
    case Verdict::Absent:
        return after.is_null() ? Decision{Verdict::Confirmed, {}, {}, decision.note} : decision;
    case Verdict::Rejected:
    case Verdict::Confirmed:
    case Verdict::Doubtful:
        // Another value is another question.
        return after == before ? std::optional(decision) : std::nullopt;
    case Verdict::None:
    case Verdict::Added:
    case Verdict::Removed:
        break;
    }
    return std::nullopt;
}

} // namespace

Decisions carriedOver(const domain::ResultNode &before, const Decisions &decisions, const domain::ResultNode &after)
{
    const auto formerValues = valuesOf(before);
    const auto newValues = valuesOf(after);
    const auto paths = correspondingValues(before, after);
    auto kept = carriedRows(before, decisions, after);
    for (const auto &[path, decision] : decisions)
        if (const auto now = paths.find(path); now != paths.end())
            if (auto still = carried(decision, formerValues.at(path), newValues.at(now->second)))
                kept.emplace(now->second, std::move(*still));
    return kept;
}

} // namespace xs::review
