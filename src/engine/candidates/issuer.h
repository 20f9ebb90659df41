// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/candidates/candidates.h"

#include <vector>

namespace xs::engine {

/// Words that may be the name of the one who issued the document, with how likely they are, 0…1.
struct NameGuess
{
    Span span;
    std::vector<Span> more;
    double likelihood = 0;
    /// Whether a legal form stands in it ("Ltd").
    bool hasForm = false;
};
std::vector<NameGuess> guessIssuer(const Workspace &workspace, const SearchArea &area);

/// Lines that may be the issuer's address below its name, on paper without address blocks such as receipts.
std::vector<NameGuess> guessIssuerAddress(const Workspace &workspace, const SearchArea &area);

} // namespace xs::engine
