// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/resultnode.h"
#include "engine/candidates.h"
#include "schema/field.h"

namespace xs::engine {

/// Everything that is known of the document before the schema is looked at.
struct Workspace
{
    const Text &text;
    const Lexicon &lexicon;
    const LabelIndex &labels;
    const Occurrences &occurrences;
};

/// Fills an object schema from a part of the document: its leaves by one joint choice, its arrays from tables.
domain::ResultNode fillForm(const schema::Field &root, const Workspace &workspace, const SearchArea &area);

/// The leaves of an object with their candidates, before one is chosen.
struct FormCandidates
{
    /// The fields that the schema asks for, then their rivals.
    std::vector<FieldSpec> leaves;
    std::size_t asked = 0;
    std::vector<std::vector<Candidate>> candidates;
};
FormCandidates candidatesOf(const schema::Field &root, const Workspace &workspace, const SearchArea &area);

/// A result without values: nulls, empty lists, objects of these.
domain::ResultNode emptyNode(const schema::Field &field);

/// The chosen value with its evidence as a node, or null.
domain::ResultNode valueNode(const schema::Field &field, const Text &text, const Candidate *chosen);

} // namespace xs::engine
