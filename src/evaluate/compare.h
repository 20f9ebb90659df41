// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/resultnode.h"
#include "evaluate/samevalue.h"

namespace xs::evaluate {

/// How a value of one result stands to its counterpart.
enum class Difference {
    Same,
    Changed, ///< both have a value, and it differs
    Missing, ///< there should be a value, and there is none
    Extra,   ///< there is a value, and there should be none
};

struct CompareRules
{
    SameRules same;
    /// Only what the reference names is compared, null being a name: for expected values that somebody wrote for some
    /// fields. Elements of a list that it names all count. Else a value that the reference lacks is Extra.
    bool onlyNamed = false;
};

/// One value of a result beside what it is compared with.
struct ComparedCell
{
    /// Where it is in the result; empty where the result has no such place (a row that is missing).
    domain::ResultPath path;
    /// Where it is in the reference; empty where that has no such place.
    domain::ResultPath referencePath;
    /// The field for people and for sums over documents: "line_items.price".
    QString field;
    /// Where it is, for people: "line_items 2.price"; in the reference where the result has no such place.
    QString place;
    Json reference;
    Json value;
    /// The confidence that the result gives its value.
    std::optional<double> score;
    Difference difference = Difference::Same;

    /// Whether both say that there is nothing.
    bool isEmpty() const { return reference.is_null() && value.is_null(); }
    bool operator==(const ComparedCell &) const = default;
};

/// Every value of two results, in the reference's order with what is new in its place. Members of objects are paired by
/// name, elements of lists so that as many values as possible are the same; a row without a counterpart is Missing or
/// Extra in all its values. Where one side has an object or a list and the other a plain value, all of it differs.
std::vector<ComparedCell> compare(const domain::ResultNode &reference, const domain::ResultNode &result,
                                  const CompareRules &rules = {});

} // namespace xs::evaluate
