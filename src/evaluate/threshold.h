// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "evaluate/compare.h"

namespace xs::evaluate {

/// Values whose confidence lies in a stretch: how sure the engine was, and how often it was right.
struct ReliabilityBin
{
    /// From this score on, below the next one; the last bin has its upper end in it.
    double from = 0;
    double to = 1;
    int values = 0;
    int right = 0;
    /// Sum of the scores, for their mean.
    double scores = 0;

    int wrong() const { return values - right; }
    /// 0…1, of a bin that has values.
    double accuracy() const { return static_cast<double>(right) / values; }
    double meanScore() const { return scores / values; }
};

/// What confidence is worth, over any number of documents.
struct Reliability
{
    std::vector<ReliabilityBin> bins;
    /// Values that came without a score; they are in no bin.
    int unscored = 0;
    int unscoredWrong = 0;

    int values() const;
    int wrong() const;
    /// Mean distance of confidence and accuracy, weighted by the values of each bin (expected calibration error);
    /// 0 without scores.
    double calibrationError() const;
};

/// The bins of the window's table: 0, 0.50, 0.70, 0.85, 0.95, 1.
const std::vector<double> &usualEdges();
/// Scores below the first or above the last edge count in the outermost bins.
Reliability reliability(const std::vector<ComparedCell> &cells, const std::vector<double> &edges = usualEdges());

/// What happens when people look at everything below a threshold, and at every value without a score.
struct ThresholdEffect
{
    double threshold = 0;
    int values = 0;
    int reviewed = 0;
    int errors = 0;
    /// Errors that nobody looks at.
    int slipping = 0;

    int reviewedPercent() const;
    bool operator==(const ThresholdEffect &) const = default;
};

ThresholdEffect atThreshold(const std::vector<ComparedCell> &cells, double threshold);

} // namespace xs::evaluate
