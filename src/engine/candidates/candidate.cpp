// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/candidates/candidate.h"

#include "engine/text/data.h"

namespace xs::engine {

QString featureName(Feature feature)
{
    static const std::array<const char *, std::size_t(Feature::Count)> names{
        "labelSimilarity", "labelMargin", "labelColon",    "labelEdge",  "labelInSentence", "same",      "right",
        "below",           "above",       "unlabelled",    "distance",   "quality",         "decimals",  "early",
        "repeated",        "fontSize",    "recognised",    "checkHolds", "likelihood",      "goodLabel", "exactLabel",
        "forMoney",        "forDate",     "forIdentifier", "forName",    "forText",         "doubtful",  "ambiguous",
        "labelInProse",    "ownParty",    "otherParty"};
    return QString::fromLatin1(names[std::size_t(feature)]);
}

double scoreOf(const Features &features)
{
    struct Weights
    {
        double bias = 0;
        Features of{};
    };
    static const auto weights = [] {
        Weights weights;
        const auto &data = member(engineData("weights"), "choice");
        weights.bias = numberMember(data, "bias").value_or(0);
        for (std::size_t i = 0; i < weights.of.size(); ++i)
            weights.of[i] = numberMember(data, featureName(Feature(i)).toLatin1().constData()).value_or(0);
        return weights;
    }();
    double score = weights.bias;
    for (std::size_t i = 0; i < features.size(); ++i)
        score += weights.of[i] * features[i];
    return score;
}

} // namespace xs::engine
