// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/candidates/candidates.h"

namespace xs::engine {

/// Words that label something, and what they label.
struct FieldPair
{
    Span label;
    Span value;
};

/// Labels with their values in reading order, whatever the labels say: "Label: value" in one line, a label with its
/// value right of it or below it. Lines of `without` are left out, as are page numbers, sentences and repetitions.
std::vector<FieldPair> findPairs(const Workspace &workspace, const std::vector<Span> &without);

} // namespace xs::engine
