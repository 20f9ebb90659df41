// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/citation.h"
#include "engine/candidates/candidate.h"

namespace xs::engine {

/// The evidence of a chosen value: a citation for every run of words (pages apart), with one box for every line and
/// the confidences that its score and the reading of its words give.
domain::Evidence evidenceOf(const Text &text, const Candidate &candidate);

/// One box for each line that the span touches, or for each word (Text::wordBoxes), in points.
std::vector<QRectF> boxesOf(const Text &text, const Span &span);

/// A candidate's score as a calibrated probability, by resources/engine/weights.json.
double calibrated(const Candidate &candidate);

} // namespace xs::engine
