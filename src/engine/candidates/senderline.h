// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/candidates/parties.h"

namespace xs::engine {

/// A letter's small line with the sender's whole address ("Acme AG - Lane 4 - 80333 Town"), and the lines below it
/// that show through the envelope's window.
struct SenderLine
{
    AddressBlock sender;
    /// The first is the addressee's name; empty when nothing stands close below.
    std::vector<Span> window;
};

std::vector<SenderLine> findSenderLines(const Workspace &workspace, const SearchArea &area);

} // namespace xs::engine
