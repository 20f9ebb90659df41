// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/candidates/candidate.h"
#include "engine/fields/workspace.h"

#include <set>

namespace xs::engine {

/// Finds the candidates of fields by their labels: values behind, right of, below and above them.
class LabelledSearch
{
public:
    LabelledSearch(const LabelIndex &labels, const Occurrences &occurrences)
        : m_labels(labels), m_occurrences(occurrences)
    {
    }

    /// The candidates of every field, the best first, at most a few for each.
    std::vector<std::vector<Candidate>> find(const std::vector<FieldSpec> &fields, const SearchArea &area) const;

private:
    struct Region
    {
        Span span;
        Relation relation;
        double distance;
        /// Stands in a line that names what is below it.
        bool isHead = false;
    };
    /// Adds the values of one region. `hit` says how they are labelled.
    void addValues(const FieldSpec &field, const LabelHit &hit, const Region &region, const SearchArea &area,
                   std::vector<Candidate> &result) const;
    bool isAnswer(const FieldSpec &field, const LabelHit &hit, const Region &region, const Candidate &candidate) const;
    /// Takes in the lines below a text that stand at its left edge with no label before them.
    void addFollowingLines(const FieldSpec &field, const Region &region, Candidate &candidate) const;
    /// Values of a form's fields, which are labelled by what its author calls them.
    void addEntries(const std::vector<FieldSpec> &fields, const SearchArea &area,
                    std::vector<std::vector<Candidate>> &result) const;
    void addCounted(const FieldSpec &field, LabelHit hit, const SearchArea &area, std::vector<Candidate> &result) const;
    /// Pages of forms whose labels stand below what is filled in.
    std::set<int> pagesWithLabelsBelow(const std::vector<std::vector<LabelHit>> &hits) const;
    /// How far the nearest words are above (−1) or below (1) a label, in its height; a large number when there are
    /// none.
    double gapBeside(const Segment &label, int direction) const;
    void addRates(const FieldSpec &field, const LabelHit &hit, const SearchArea &area,
                  std::vector<Candidate> &result) const;
    std::vector<Region> regionsOf(const LabelHit &hit, const Span &area, const HeadRows &heads,
                                  bool labelsStandBelow) const;
    std::vector<Region> regionsAround(const LabelHit &hit, const Span &area, const HeadRows &heads,
                                      bool labelsStandBelow) const;
    /// What stands in the cell of its label, where lines are drawn around it, comes before what stands beyond.
    void preferCell(const LabelHit &hit, std::vector<Region> &regions) const;
    void addRight(const LabelHit &hit, std::vector<Region> &regions) const;
    void addVertical(const LabelHit &hit, const Span &area, int direction, std::vector<Region> &regions) const;
    /// Columns of this and the last period: prefers the second of several values for what asks for the last one.
    void preferPeriod(const FieldSpec &field, Candidate &candidate) const;
    std::vector<Candidate> valuesIn(const FieldSpec &field, const Region &region) const;

    const LabelIndex &m_labels;
    const Occurrences &m_occurrences;
};

/// Sets what a candidate's place tells: how early it stands in the area, how large its words are, how they were read.
void setPlaceFeatures(Candidate &candidate, const SearchArea &area, const Text &text);
/// Sets the features that every candidate of a field has, however it was found.
void setCommonFeatures(Candidate &candidate, const FieldSpec &field, const Text &text);

/// Puts the best first and keeps one candidate per place and value.
void rank(std::vector<Candidate> &candidates, std::size_t most = 24);

} // namespace xs::engine
