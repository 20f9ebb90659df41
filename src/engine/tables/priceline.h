// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tables/itemroles.h"

#include <optional>
#include <vector>

namespace xs::engine {

/// The words of a line as a receipt uses them.
struct PriceLine
{
    /// Where it begins, and the last line that it takes: specks may stand below it.
    int first = 0;
    int line = 0;
    std::vector<Occurrence> money;
    std::optional<Occurrence> quantity;
    /// A short number that begins the line: a quantity, or the number of the row.
    std::optional<Occurrence> leading;
    /// Whether the words of `name` may only be the unit of the quantity: "1 PACK 8.49".
    bool isUnit = false;
    std::optional<Span> name;
    std::optional<Span> code;
    std::optional<Span> mark;
};

/// Reads the words of a line: what is bought, how often, and its prices. `hasCodes` says that the schema asks for
/// codes.
PriceLine priceLineOf(int line, bool hasCodes, const Workspace &workspace);

/// The amount is the price times the quantity, to the cent.
bool isProduct(double quantity, double price, double amount);

} // namespace xs::engine
