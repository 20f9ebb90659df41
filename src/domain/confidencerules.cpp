// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/confidencerules.h"

#include "domain/resultpath.h"

namespace xs::domain {

namespace {

Json limitsJson(const ConfidenceLimits &limits)
{
    return {{"certain", limits.certain}, {"check", limits.check}};
}

ConfidenceLimits limitsFromJson(const Json &json, const ConfidenceLimits &usual)
{
    const ConfidenceLimits limits{numberMember(json, "certain").value_or(usual.certain),
                                  numberMember(json, "check").value_or(usual.check)};
    const bool good = limits.check >= 0 && limits.check <= limits.certain && limits.certain <= 1;
    return good ? limits : usual;
}

} // namespace

const ConfidenceLimits &ConfidenceRules::limitsFor(const ResultNode &result, const ResultPath &path) const
{
    if (fields.empty())
        return all;
    const auto own = fields.find(fieldNameIn(result, path));
    return own != fields.end() ? own->second : all;
}

Json toJson(const ConfidenceRules &rules)
{
    auto json = limitsJson(rules.all);
    auto fields = Json::object();
    for (const auto &[name, limits] : rules.fields)
        fields[toStd(name)] = limitsJson(limits);
    json["fields"] = std::move(fields);
    return json;
}

ConfidenceRules confidenceRulesFromJson(const Json &json)
{
    ConfidenceRules rules(limitsFromJson(json, {}));
    if (const auto &fields = member(json, "fields"); fields.is_object())
        for (const auto &[name, limits] : fields.items())
            rules.fields.emplace(toQString(name), limitsFromJson(limits, rules.all));
    return rules;
}

} // namespace xs::domain
