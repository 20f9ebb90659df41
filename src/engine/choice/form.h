// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/resultnode.h"
#include "engine/candidates/candidates.h"
#include "schema/field.h"

namespace xs::engine {

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

} // namespace xs::engine
