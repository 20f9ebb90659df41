// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/candidates/labelregions.h"

#include "engine/text/words.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace xs::engine {

namespace {

constexpr int mostRightSegments = 4;
constexpr int mostLinesBelow = 3;
/// In heights of the label's words.
constexpr double farthestBelow = 4.5;
constexpr double farthestRight = 60;
/// Justified lines have wide blanks, but columns of text stand farther apart.
constexpr double widestGapInProse = 1.5;

double horizontalOverlap(const QRectF &a, const QRectF &b)
{
    return std::min(a.right(), b.right()) - std::max(a.left(), b.left());
}

/// The last words of a sentence; abbreviations are shorter, and headings that run into their text have capitals.
bool closesSentence(const Text &text, const Span &label)
{
    const auto &word = text.tokens[label.last - 1].text;
    return word.size() > 6 && word.endsWith(u'.') && word.count(u'.') == 1 &&
           text.tokens[label.first].text[0].isLower();
}

} // namespace

LabelRegions::LabelRegions(const LabelIndex &labels, const std::vector<std::vector<LabelHit>> &hits)
    : m_labels(labels), m_heads(labels.text(), hits), m_pagesWithLabelsBelow(pagesWithLabelsBelow(hits))
{
}

std::vector<LabelRegion> LabelRegions::of(const LabelHit &hit, const Span &area) const
{
    auto regions = around(hit, area);
    preferCell(hit, regions);
    for (auto &region : regions)
        region.isHead = region.relation != Relation::Same && !region.span.isEmpty() &&
                        m_heads.contains(m_labels.text().tokens[region.span.first].line);
    return regions;
}

void LabelRegions::preferCell(const LabelHit &hit, std::vector<LabelRegion> &regions) const
{
    constexpr double beyond = 0.4;
    const auto &text = m_labels.text();
    const auto number = text.segments[hit.segment].page;
    if (text.page(number).levelRules.empty())
        return;
    const auto cell = text.cellAround(number, text.boxOf(hit.span));
    const auto isInside = [&](const LabelRegion &region) {
        return !region.span.isEmpty() && cell.contains(text.tokens[region.span.first].box.center());
    };
    if (std::ranges::none_of(regions, isInside))
        return;
    for (auto &region : regions)
        if (!isInside(region))
            region.distance = std::min(1.0, region.distance + beyond);
}

std::vector<LabelRegion> LabelRegions::around(const LabelHit &hit, const Span &area) const
{
    std::vector<LabelRegion> regions;
    const auto &segment = m_labels.text().segments[hit.segment];
    // "(Name of the company)" below a line that is filled in.
    if (m_labels.isInBrackets(segment.tokens)) {
        addVertical(hit, area, -1, regions);
        for (auto &region : regions)
            region.relation = Relation::Below;
        return regions;
    }
    // "5 Address (number, street) See instructions.": what stands in brackets explains the label.
    // "Ph (08) 8388 4417": an area code explains nothing.
    const auto behind = hit.span.last < segment.tokens.last ? m_labels.text().tokens[hit.span.last].text : QString();
    const auto explained = hit.startsSegment && !hit.endsWithColon && behind.startsWith(u'(') && !hasDigit(behind);
    if (hit.span.last < segment.tokens.last && !explained && !closesSentence(m_labels.text(), hit.span)) {
        const Span rest{hit.span.last, segment.tokens.last};
        regions.push_back({{rest.first, m_labels.nextLabel(rest)}, Relation::Same, 0});
    }
    // Running text goes on in its own column; forms lead from its end to a box.
    if (!m_heads.contains(segment.line))
        addRight(hit, regions);
    const auto beside = regions.size();
    if (const auto cell = m_heads.cellBelow(hit.segment); cell >= area.first && cell < area.last) {
        regions.push_back({m_labels.text().segments[cell].tokens, Relation::Below, 0});
        return regions;
    }
    addVertical(hit, area, 1, regions);
    if (hit.inProse || m_heads.contains(segment.line))
        return regions;
    addVertical(hit, area, -1, regions);
    if (m_pagesWithLabelsBelow.contains(segment.page) && !hit.endsWithColon)
        for (auto region = regions.begin() + std::ptrdiff_t(beside); region != regions.end(); ++region) {
            const auto isAbove = region->relation == Relation::Above;
            region->relation = isAbove ? Relation::Below : Relation::Above;
            region->distance = std::min(1.0, region->distance + (isAbove ? 0 : 0.4));
        }
    return regions;
}

void LabelRegions::addRight(const LabelHit &hit, std::vector<LabelRegion> &regions) const
{
    const auto &text = m_labels.text();
    const auto &segment = text.segments[hit.segment];
    const auto &line = text.lines[segment.line];
    const auto height = std::max(1.0, line.wordHeight);
    int count = 0;
    for (int s = hit.segment + 1; s < line.segments.last && count < mostRightSegments; ++s) {
        const auto &right = text.segments[s];
        if (hit.inProse && !hit.endsSegment &&
            right.box.left() - text.segments[s - 1].box.right() > widestGapInProse * height)
            break;
        const auto gap = (right.box.left() - text.tokens[hit.span.last - 1].box.right()) / height;
        const auto labels = m_labels.looksLikeLabel(right.tokens);
        const auto passed = 0.12 * count + (hit.endsSegment ? 0 : 0.15);
        regions.push_back({{right.tokens.first, m_labels.nextLabel(right.tokens)},
                           Relation::Right,
                           std::min(0.35, 0.35 * gap / farthestRight) + passed + (labels ? 0.2 : 0)});
        ++count;
        if (labels && m_labels.nextLabel({right.tokens.first - 1, right.tokens.last}) <= right.tokens.last - 1)
            break;
    }
}

void LabelRegions::addVertical(const LabelHit &hit, const Span &area, int direction,
                               std::vector<LabelRegion> &regions) const
{
    const auto &text = m_labels.text();
    const auto &segment = text.segments[hit.segment];
    const auto &page = text.page(segment.page);
    const auto label = text.boxOf(hit.span);
    const auto height = std::max(1.0, label.height());
    int found = 0;
    for (int l = segment.line + direction; l >= page.lines.first && l < page.lines.last && found < mostLinesBelow;
         l += direction) {
        const auto &line = text.lines[l];
        const auto gap = direction > 0 ? line.box.top() - label.bottom() : label.top() - line.box.bottom();
        if (gap > farthestBelow * height)
            break;
        for (int s = line.segments.first; s < line.segments.last; ++s) {
            const auto &other = text.segments[s];
            if (s < area.first || s >= area.last)
                continue;
            const auto shared = horizontalOverlap(other.box, label);
            const auto near = shared > 0.3 * std::min(other.box.width(), label.width());
            const auto aligned = std::abs(other.box.left() - label.left()) < height ||
                                 std::abs(other.box.right() - label.right()) < height;
            if (!near && !aligned)
                continue;
            const auto labels = m_labels.looksLikeLabel(other.tokens);
            regions.push_back({{other.tokens.first, m_labels.nextLabel(other.tokens)},
                               direction > 0 ? Relation::Below : Relation::Above,
                               std::clamp(0.3 * gap / (farthestBelow * height), 0.0, 0.3) + 0.15 * found +
                                   (aligned ? 0 : 0.1) + (labels ? 0.3 : 0) +
                                   (hit.startsSegment && hit.endsSegment ? 0 : 0.2)});
            ++found;
        }
        if (direction < 0)
            break;
    }
}

double LabelRegions::gapBeside(const Segment &label, int direction) const
{
    const auto &text = m_labels.text();
    const auto &page = text.page(label.page);
    for (int l = label.line + direction; l >= page.lines.first && l < page.lines.last; l += direction) {
        const auto &line = text.lines[l];
        const auto gap = direction > 0 ? line.box.top() - label.box.bottom() : label.box.top() - line.box.bottom();
        if (gap > farthestBelow * label.box.height())
            break;
        for (int s = line.segments.first; s < line.segments.last; ++s)
            if (horizontalOverlap(text.segments[s].box, label.box) > 0)
                return m_labels.looksLikeLabel(text.segments[s].tokens) ? farthestRight
                                                                        : gap / std::max(1.0, label.box.height());
    }
    return farthestRight;
}

std::set<int> LabelRegions::pagesWithLabelsBelow(const std::vector<std::vector<LabelHit>> &hits) const
{
    constexpr int fewestLabels = 3;
    constexpr double goodLabel = 0.7, clearlyNearer = 0.35;
    std::map<int, std::pair<int, int>> votes;
    std::set<int> seen;
    for (const auto &list : hits)
        for (const auto &hit : list) {
            const auto whole = hit.startsSegment && hit.endsSegment && !hit.endsWithColon;
            if (hit.similarity < goodLabel || !whole || !seen.insert(hit.segment).second)
                continue;
            const auto &segment = m_labels.text().segments[hit.segment];
            const auto above = gapBeside(segment, -1), below = gapBeside(segment, 1);
            auto &[forAbove, forBelow] = votes[segment.page];
            forAbove += above + clearlyNearer < below;
            forBelow += below + clearlyNearer < above;
        }
    std::set<int> pages;
    for (const auto &[page, vote] : votes)
        if (vote.first >= fewestLabels && vote.first > 2 * vote.second)
            pages.insert(page);
    return pages;
}

} // namespace xs::engine
