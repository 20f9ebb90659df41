// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tables/rows.h"

#include <vector>

namespace xs::engine {

/// Which of a row's fields is what part of a bought item: indices into the fields; −1 where the schema does not ask.
struct ItemRoles
{
    int amount = -1;
    int price = -1;
    int quantity = -1;
    int discount = -1;
    int name = -1;
    int code = -1;
    /// A letter behind the amount that says how it is taxed.
    int mark = -1;
};

ItemRoles itemRoles(const std::vector<FieldSpec> &fields);

/// What the numbers of rows say about how well they were read.
struct RowSums
{
    /// Rows whose quantity times price is their amount, and rows for which that is not so.
    int right = 0, wrong = 0;
    /// Whether the amounts add up to one that is printed below the rows.
    bool addUp = false;
};

RowSums rowSums(const std::vector<Row> &rows, const std::vector<FieldSpec> &fields, const Workspace &workspace);

/// Prices and amounts of recognised rows with a digit too many, where a quantity times the price tells.
void mendByProducts(std::vector<Row> &rows, const std::vector<FieldSpec> &fields, const Workspace &workspace);

/// Takes out what is taken off the goods above, where the schema does not ask for it in rows.
void dropReductions(std::vector<Row> &rows, const std::vector<FieldSpec> &fields, const Workspace &workspace);

} // namespace xs::engine
