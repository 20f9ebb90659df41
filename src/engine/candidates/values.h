// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/candidates/candidate.h"
#include "engine/fields/labelhits.h"
#include "engine/fields/occurrences.h"

namespace xs::engine {

/// What a field may take from the words of a region: typed values, or the words themselves. Sets the features that
/// the value alone decides (quality, decimals, distance inside the region).
std::vector<Candidate> readValues(const FieldSpec &field, const Occurrences &occurrences, const LabelIndex &labels,
                                  const Span &region, Relation relation);

/// The words of a region that fit a form, at most four together, with the values that they are, from left to right.
std::vector<std::pair<Span, QString>> formsIn(const ValueForm &form, const Text &text, const Span &region);

/// A text as a value: without the marks that only lead to it or close it.
QString cleanText(QString text);
/// The value in the schema's type: a string field gets the text, a number field the number.
Json typedValue(const FieldSpec &field, const Occurrence &occurrence, const Text &text);

} // namespace xs::engine
