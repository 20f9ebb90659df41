// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/resultnode.h"

namespace xs::review {

/// What other values of the same result say of one value by arithmetic. It is found in the numbers and dates
/// themselves, not in the names of fields, so that it holds for any schema and any server. Numbers may be JSON numbers
/// or texts that are plain decimal numbers.
struct Agreement
{
    enum class Relation {
        Sum,       ///< the terms added up
        Product,   ///< the first term times the second
        Share,     ///< the first term in percent of the second
        ColumnSum, ///< the column that the only term names ("/line_items/amount") added up over all rows
        Period,    ///< the first term, a date, and as many days as the second says
    };

    Relation relation = Relation::Sum;
    std::vector<domain::ResultPath> terms;
    /// What comes out of it.
    domain::ResultPath outcome;
    /// Rows of ColumnSum, days of Period.
    int count = 0;
    /// Set where most other rows keep to the relation (Product, Share) and this row does not: what would come out.
    std::optional<double> broken = {};

    bool operator==(const Agreement &) const = default;
};

/// The relations that a value is part of, those that are broken first, at most three. Small numbers, of which so many
/// agree by chance, are left out, and so are lists of more than 2,000 rows.
std::vector<Agreement> agreementsOf(const domain::ResultNode &result, const domain::ResultPath &path);

} // namespace xs::review
