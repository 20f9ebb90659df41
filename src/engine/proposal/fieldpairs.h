// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/candidates/candidates.h"

namespace xs::engine {

/// Words that label something, and what they label.
struct FieldPair
{
    Span label;
    Span value;
    /// The value is a number by its sign alone: "Invoice #398".
    bool hasNumberSign = false;
};

/// Labels with their values in reading order, whatever the labels say: "Label: value" in one line, a label with its
/// value right of it or below it, and "Invoice number 398" where the words can only label a number or a date. Lines of
/// `without` are left out, as are page numbers, sentences and repetitions.
std::vector<FieldPair> findPairs(const Workspace &workspace, const std::vector<Span> &without);

} // namespace xs::engine
