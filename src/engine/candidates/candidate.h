// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "engine/text/text.h"

#include <array>
#include <vector>

namespace xs::engine {

/// Where a value stands as seen from its label.
enum class Relation { Same, Right, Below, Above, None };

/// What speaks for and against a candidate. Every one is in 0…1.
enum class Feature {
    LabelSimilarity,
    LabelMargin,
    LabelColon,
    LabelEdge,
    LabelInSentence,
    Same,
    Right,
    Below,
    Above,
    Unlabelled,
    Distance,
    Quality,
    Decimals,
    Early,
    Repeated,
    FontSize,
    Recognised,
    CheckHolds,
    /// The likelihood that stands for the label of an unlabelled value.
    Likelihood,
    /// How far the label's similarity is above 0.7 and above 0.9.
    GoodLabel,
    ExactLabel,
    /// Kinds of fields differ in how often their best candidate is right.
    ForMoney,
    ForDate,
    ForIdentifier,
    ForName,
    ForText,
    ForChoice,
    /// Fields whose values tell by their form what they are: addresses of mail and pages, codes of banks, times.
    ForForm,
    /// The part of the value's words that was not read surely.
    Doubtful,
    /// How many other values stand beside the same label.
    Ambiguous,
    /// The label stands inside a long line of text.
    LabelInProse,
    /// Stands with the address of the party whose data the field asks for, or with another's.
    OwnParty,
    OtherParty,
    Count,
};

using Features = std::array<double, std::size_t(Feature::Count)>;

/// A value that a field may take, with the words that prove it.
struct Candidate
{
    Json value;
    /// Usually one; several when the value runs over lines.
    std::vector<Span> spans;
    Span label;
    Features features{};
    /// Log-odds of being chosen over a divisor (scripts/train-engine), from the features.
    double score = 0;
    /// A cell of a table, whose score is calibrated on its own.
    bool inRow = false;
    /// Stands inside another value by its nature, as a currency's code beside an amount does.
    bool isPart = false;

    double &operator[](Feature feature) { return features[std::size_t(feature)]; }
    double operator[](Feature feature) const { return features[std::size_t(feature)]; }
};

/// The log-odds that the features give by the weights in resources/engine/weights.json.
double scoreOf(const Features &features);
/// A feature's name in the file of weights; "first*second" there is what two count when they come together.
QString featureName(Feature feature);

} // namespace xs::engine
