// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/headlines.h"

namespace xs::engine {

namespace {

constexpr int mostNumbersInHeadLine = 1;

std::map<int, std::vector<LabelHit>> hitsBySegment(const std::vector<FieldSpec> &fields, const Workspace &workspace,
                                                   const Span &segments)
{
    std::map<int, std::vector<LabelHit>> bySegment;
    for (const auto &list : workspace.labels.hits(fields, segments, std::size_t(-1)))
        for (const auto &hit : list)
            bySegment[hit.segment].push_back(hit);
    return bySegment;
}

/// A line of values and not of heads: numbers that are no years, from the first cell that names a field on. Left of it
/// may stand what is none of the table.
bool isData(const Line &line, const Workspace &workspace, const std::map<int, std::vector<LabelHit>> &hits)
{
    const auto first = hits.lower_bound(line.segments.first), end = hits.lower_bound(line.segments.last);
    const auto words =
        first == end ? line.tokens : Span{workspace.text.segments[first->first].tokens.first, line.tokens.last};
    int numbers = 0;
    for (const auto &number : workspace.occurrences.in(words, ValueKind::Number)) {
        const auto year = number.decimals == 0 && number.number >= 1900 && number.number <= 2100;
        numbers += !year && !number.isEmbedded && !number.hasPercent ? 1 : 0;
    }
    return numbers > mostNumbersInHeadLine;
}

} // namespace

HeadLines::HeadLines(const std::vector<FieldSpec> &fields, const Workspace &workspace, const Span &segments)
    : m_fields(fields), m_workspace(workspace), m_hits(hitsBySegment(fields, workspace, segments))
{
}

bool HeadLines::isNamed(int line) const
{
    const auto &segments = m_workspace.text.lines[line].segments;
    const auto next = m_hits.lower_bound(segments.first);
    return next != m_hits.end() && next->first < segments.last;
}

bool HeadLines::isData(int line)
{
    auto &known = m_known[line].isData;
    if (!known)
        known = engine::isData(m_workspace.text.lines[line], m_workspace, m_hits);
    return *known;
}

const std::vector<HeadCell> &HeadLines::cells(int line)
{
    auto &known = m_known[line].cells;
    if (!known)
        known = headCellsOf(m_fields, m_workspace.labels, m_workspace.text.lines[line], m_hits);
    return *known;
}

} // namespace xs::engine
