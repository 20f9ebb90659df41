// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "evaluate/compare.h"

#include <utility>

namespace xs::evaluate {

/// How often each kind of difference came up.
struct Tally
{
    /// Values that are the same, without those that are on neither side.
    int same = 0;
    int changed = 0;
    int missing = 0;
    int extra = 0;
    /// Nothing expected and nothing found: right as well.
    int empty = 0;

    void add(const ComparedCell &cell);
    int values() const { return same + changed + missing + extra + empty; }
    int right() const { return same + empty; }
    int wrong() const { return changed + missing + extra; }
    /// 0…1; 1 where there was nothing to compare.
    double accuracy() const;
    /// Of the values that were given, how many are the expected ones; 1 where none was given.
    double precision() const;
    /// Of the values that were expected, how many were given; 1 where none was expected.
    double recall() const;
    /// Harmonic mean of both; 0 where nothing is the same and something differs.
    double f1() const;

    bool operator==(const Tally &) const = default;
};

struct FieldScore
{
    /// "line_items.price".
    QString field;
    Tally tally;
    bool operator==(const FieldScore &) const = default;
};

Tally tally(const std::vector<ComparedCell> &cells);
/// One entry a field, in the order in which they first come up.
std::vector<FieldScore> scoreByField(const std::vector<ComparedCell> &cells);

/// The interval in which a share of `right` in `all` lies with 95 % (Wilson's score interval, z = 1.96); 0…1, and all
/// of it where nothing was counted.
std::pair<double, double> wilsonInterval(int right, int all);

} // namespace xs::evaluate
