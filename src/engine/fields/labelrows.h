// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/fields/labelhits.h"

#include <optional>

namespace xs::engine {

/// Lines whose cells name what stands below each of them ("Date | Terms | Order no." over three values): nothing in
/// such a line is the value of its neighbour.
class HeadRows
{
public:
    HeadRows(const Text &text, const std::vector<std::vector<LabelHit>> &hits);

    bool contains(int line) const { return m_heads[std::size_t(line)]; }

    /// The segment below a head, where every head of the line has one and those stand as in the cells of a table: heads
    /// may stand in the middle of their cells and values at the left. −1 for others.
    int cellBelow(int segment) const { return m_cells[std::size_t(segment)]; }

private:
    /// `labels` are segments that begin with a label, `whole` those that are nothing else.
    bool isHead(const Text &text, int line, const std::vector<bool> &labels, const std::vector<bool> &whole);

    std::vector<bool> m_heads;
    std::vector<int> m_cells;
};

/// Labels that are set as one, and what is said of the others by the same mark: "Number / Date" beside "4711 / 3 May".
class JoinedLabel
{
public:
    /// The labels that stand joined with a hit; std::nullopt when it stands alone.
    static std::optional<JoinedLabel> around(const FieldSpec &field, const LabelHit &hit, const Text &text);

    /// The field's own part of values that are joined likewise; std::nullopt for other values.
    std::optional<Span> ownPart(const Text &text, const Span &values) const;

    /// Whether words behind the hit are the same label in other words: "Exporter / Exportador".
    bool isName() const { return !m_names.isEmpty(); }
    bool isLabel(const Span &words) const { return words.first >= m_names.first && words.last <= m_names.last; }

private:
    /// All of the label, when it has words only; else empty.
    Span m_names;
    int m_index = 0;
    int m_count = 0;
};

} // namespace xs::engine
