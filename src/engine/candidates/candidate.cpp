// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/candidates/candidate.h"

#include "engine/text/data.h"

#include <algorithm>

namespace xs::engine {

QString featureName(Feature feature)
{
    static const std::array<const char *, std::size_t(Feature::Count)> names{
        "labelSimilarity", "labelMargin", "labelColon",    "labelEdge",  "labelInSentence", "same",      "right",
        "below",           "above",       "unlabelled",    "distance",   "quality",         "decimals",  "early",
        "repeated",        "fontSize",    "recognised",    "checkHolds", "likelihood",      "goodLabel", "exactLabel",
        "forMoney",        "forDate",     "forIdentifier", "forName",    "forText",         "forChoice", "forForm",
        "doubtful",        "ambiguous",   "labelInProse",  "ownParty",   "otherParty"};
    return QString::fromLatin1(names[std::size_t(feature)]);
}

namespace {

struct Weights
{
    /// What two features count when they come together.
    struct Pair
    {
        std::size_t first;
        std::size_t second;
        double weight;
    };

    double bias = 0;
    Features of{};
    std::vector<Pair> pairs;
};

/// Feature::Count for a name that no feature has, as that of the bias.
std::size_t featureNamed(QStringView name)
{
    std::size_t i = 0;
    while (i < std::size_t(Feature::Count) && featureName(Feature(i)) != name)
        ++i;
    return i;
}

Weights readWeights()
{
    Weights weights;
    const auto &data = member(engineData("weights"), "choice");
    weights.bias = numberMember(data, "bias").value_or(0);
    for (const auto &[key, weight] : data.items()) {
        const auto names = QString::fromStdString(key).split(u'*');
        const auto first = featureNamed(names.front());
        const auto second = featureNamed(names.back());
        if (!weight.is_number() || std::max(first, second) >= weights.of.size())
            continue;
        if (names.size() == 1)
            weights.of[first] = weight.get<double>();
        else
            weights.pairs.push_back({first, second, weight.get<double>()});
    }
    return weights;
}

} // namespace

double scoreOf(const Features &features)
{
    static const auto weights = readWeights();
    double score = weights.bias;
    for (std::size_t i = 0; i < features.size(); ++i)
        score += weights.of[i] * features[i];
    for (const auto &pair : weights.pairs)
        score += pair.weight * features[pair.first] * features[pair.second];
    return score;
}

} // namespace xs::engine
