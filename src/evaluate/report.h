// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "evaluate/scores.h"
#include "evaluate/threshold.h"

namespace xs::evaluate {

/// One document's values beside what they were compared with.
struct ComparedDocument
{
    /// What the caller finds the document again by.
    QString id;
    QString name;
    std::vector<ComparedCell> cells;
};

/// All cells of documents, one after the other.
std::vector<ComparedCell> allCells(const std::vector<ComparedDocument> &documents);

/// Everything that an evaluation says, as one JSON object: sums, every field's figures (accuracy, precision, recall,
/// F1), the reliability bins with the calibration error, what a threshold does, and every value that differs.
Json reportJson(const std::vector<ComparedDocument> &documents, double threshold);

/// "same", "changed", "missing", "extra".
QString differenceName(Difference difference);

} // namespace xs::evaluate
