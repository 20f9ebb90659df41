// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tables/headcells.h"

#include <optional>

namespace xs::engine {

/// What the lines of a part of the document are as lines of a head for the fields of a row. Heads that are tried have
/// most lines in common: each is looked at once.
class HeadLines
{
public:
    HeadLines(const std::vector<FieldSpec> &fields, const Workspace &workspace, const Span &segments);

    const std::vector<FieldSpec> &fields() const { return m_fields; }
    const Workspace &workspace() const { return m_workspace; }

    /// Whether words of the line label a field.
    bool isNamed(int line) const;
    /// Whether the line has values.
    bool isData(int line);
    const std::vector<HeadCell> &cells(int line);

private:
    struct Known
    {
        std::optional<bool> isData;
        std::optional<std::vector<HeadCell>> cells;
    };

    const std::vector<FieldSpec> &m_fields;
    const Workspace &m_workspace;
    std::map<int, std::vector<LabelHit>> m_hits;
    std::map<int, Known> m_known;
};

} // namespace xs::engine
