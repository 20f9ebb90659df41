// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/candidates/parties.h"

namespace xs::engine {

/// The segment directly above (−1) or below (1) one in its column; −1 when there is none within `farthest` heights.
int neighbourOf(const Text &text, int segment, int direction, double farthest);

/// Tells whose the blocks without a heading are: the issuer's is the one that most looks so by its place, by what
/// stands with it and by its name standing elsewhere, too; the customer's is the first of the others.
void guessParties(std::vector<AddressBlock> &blocks, const Workspace &workspace);

/// Where the block stands with what is written right below it (phone, tax number), in points; null when not known.
QRectF areaOf(const AddressBlock &block, const Workspace &workspace);

/// Tells candidates for what identifies a party or reaches it (tax number, phone) by whose address they stand with.
void markParties(const std::vector<FieldSpec> &fields, const std::vector<AddressBlock> &blocks,
                 const Workspace &workspace, std::vector<std::vector<Candidate>> &candidates);

} // namespace xs::engine
