// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/candidates/candidate.h"
#include "engine/fields/workspace.h"

#include <set>
#include <vector>

namespace xs::engine {

/// Words that may hold the value of a label.
struct LabelRegion
{
    Span span;
    Relation relation;
    /// From 0, right beside the label, to 1.
    double distance;
    /// Stands in a line that names what is below it.
    bool isHead = false;
};

/// Where the values of labels may stand: behind, right of, below and above them. Keeps a reference to `labels`.
class LabelRegions
{
public:
    /// `hits` are those of all fields that are looked for together.
    LabelRegions(const LabelIndex &labels, const std::vector<std::vector<LabelHit>> &hits);

    std::vector<LabelRegion> of(const LabelHit &hit, const Span &area) const;

private:
    std::vector<LabelRegion> around(const LabelHit &hit, const Span &area) const;
    /// What stands in the cell of its label, where lines are drawn around it, comes before what stands beyond.
    void preferCell(const LabelHit &hit, std::vector<LabelRegion> &regions) const;
    void addRight(const LabelHit &hit, std::vector<LabelRegion> &regions) const;
    void addVertical(const LabelHit &hit, const Span &area, int direction, std::vector<LabelRegion> &regions) const;
    /// Pages of forms whose labels stand below what is filled in.
    std::set<int> pagesWithLabelsBelow(const std::vector<std::vector<LabelHit>> &hits) const;
    /// How far the nearest words are above (−1) or below (1) a label, in its height; a large number when there are
    /// none.
    double gapBeside(const Segment &label, int direction) const;

    const LabelIndex &m_labels;
    HeadRows m_heads;
    std::set<int> m_pagesWithLabelsBelow;
};

} // namespace xs::engine
