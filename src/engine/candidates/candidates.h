// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/candidates/candidate.h"
#include "engine/candidates/labelregions.h"
#include "engine/fields/workspace.h"

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
    /// Adds the values of one region. `hit` says how they are labelled.
    void addValues(const FieldSpec &field, const LabelHit &hit, const LabelRegion &region, const SearchArea &area,
                   std::vector<Candidate> &result) const;
    bool isAnswer(const FieldSpec &field, const LabelHit &hit, const LabelRegion &region,
                  const Candidate &candidate) const;
    /// Takes in the lines below a text that stand at its left edge with no label before them.
    void addFollowingLines(const FieldSpec &field, const LabelRegion &region, Candidate &candidate) const;
    /// Values of a form's fields, which are labelled by what its author calls them.
    void addEntries(const std::vector<FieldSpec> &fields, const SearchArea &area,
                    std::vector<std::vector<Candidate>> &result) const;
    void addCounted(const FieldSpec &field, LabelHit hit, const SearchArea &area, std::vector<Candidate> &result) const;
    void addRates(const FieldSpec &field, const LabelHit &hit, const SearchArea &area,
                  std::vector<Candidate> &result) const;
    /// Columns of this and the last period: prefers the second of several values for what asks for the last one.
    void preferPeriod(const FieldSpec &field, Candidate &candidate) const;
    std::vector<Candidate> valuesIn(const FieldSpec &field, const LabelRegion &region) const;

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
