// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/candidates/partyguess.h"

#include "engine/text/addresswords.h"
#include "engine/text/words.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace xs::engine {

int neighbourOf(const Text &text, int segment, int direction, double farthest)
{
    const auto &here = text.segments[segment];
    const auto &page = text.page(here.page);
    const auto height = std::max(1.0, here.box.height());
    for (int l = here.line + direction; l >= page.lines.first && l < page.lines.last; l += direction) {
        const auto &line = text.lines[l];
        const auto gap = direction < 0 ? here.box.top() - line.box.bottom() : line.box.top() - here.box.bottom();
        if (gap > farthest * height)
            return -1;
        for (int s = line.segments.first; s < line.segments.last; ++s) {
            const auto &other = text.segments[s];
            const auto leftAligned = std::abs(other.box.left() - here.box.left()) < 1.2 * height;
            const auto centred = std::abs(other.box.center().x() - here.box.center().x()) < 1.2 * height;
            const auto rightAligned = std::abs(other.box.right() - here.box.right()) < 0.6 * height;
            if (leftAligned || centred || rightAligned)
                return s;
        }
    }
    return -1;
}

namespace {

constexpr int mostContactLines = 5;
constexpr qsizetype shortestRepeated = 5;
/// Heights of the page above and below which letterheads and feet stand.
constexpr double nearTop = 0.12;
constexpr double nearFoot = 0.85;
/// Evidence of an issuer that an addressee may have.
constexpr double mostOfAddressee = 1.2;

class Guesser
{
public:
    explicit Guesser(const Workspace &workspace) : m_workspace(workspace), m_text(workspace.text) {}

    /// Without a heading, the block that most looks like the issuer's is, the first of equals; the customer's is the
    /// first of the others that does not.
    void guess(std::vector<AddressBlock> &blocks) const
    {
        const auto has = [&blocks](Party party) {
            return std::ranges::any_of(blocks, [party](const AddressBlock &b) { return b.party == party; });
        };
        std::vector<double> evidence;
        for (const auto &block : blocks)
            evidence.push_back(block.party == Party::None ? issuerEvidence(block) : -10);
        if (!has(Party::Vendor) && !blocks.empty()) {
            const auto best = std::size_t(std::ranges::max_element(evidence) - evidence.begin());
            if (blocks[best].party == Party::None && evidence[best] > -1) {
                blocks[best].party = Party::Vendor;
                blocks[best].certainty = std::clamp(0.5 + 0.1 * evidence[best], 0.5, 0.8);
            }
        }
        for (std::size_t i = 0; i < blocks.size() && !has(Party::Buyer); ++i) {
            if (blocks[i].party != Party::None || evidence[i] > mostOfAddressee)
                continue;
            blocks[i].party = Party::Buyer;
            blocks[i].certainty = evidence[i] < 0 ? 0.75 : 0.55;
            // An addressee's lines stand alone: the name is the first of them.
            if (blocks[i].top && !(blocks[i].name && hasCompanyForm(m_text, *blocks[i].name)))
                blocks[i].name = blocks[i].top;
        }
    }

private:
    /// What speaks for a block being the issuer's, less what speaks for the addressee's.
    double issuerEvidence(const AddressBlock &block) const
    {
        if (block.lines.first < 0)
            return 0;
        const auto &first = m_text.segments[block.lines.first];
        const auto &page = m_text.page(block.page);
        const auto top = first.box.top() / std::max(1.0, page.size.height());
        double evidence = 0;
        if (top < nearTop)
            evidence += 0.5;
        if (top > nearFoot)
            evidence += 2;
        if (hasContact(block))
            evidence += 1;
        if (block.name && isRepeated(*block.name))
            evidence += 1.5;
        // A greeting stands above addressees only.
        if (const auto above = neighbourOf(m_text, block.lines.first, -1, 2);
            isSalutation(m_text, first.tokens) || (above >= 0 && isSalutation(m_text, m_text.segments[above].tokens)))
            evidence -= 3;
        // "Attn. Grant Siu": letters are addressed so.
        for (int l = block.lines.first; l >= 0 && l <= block.lines.second; ++l)
            if (isInColumn(first, m_text.segments[l]) && isCareOf(m_text, m_text.segments[l].tokens)) {
                evidence -= 2;
                break;
            }
        // "Mr. Print Sdn Bhd" is a firm's name.
        if (block.top && isSalutation(m_text, {block.top->first, block.top->first + 1}) &&
            !hasCompanyForm(m_text, *block.top))
            evidence -= 3;
        return evidence;
    }

    static bool isInColumn(const Segment &one, const Segment &other)
    {
        return one.page == other.page && std::abs(one.box.left() - other.box.left()) < 1.2 * one.box.height();
    }

    /// Whether lines of the block or right below it tell how to reach or to pay who lives there.
    bool hasContact(const AddressBlock &block) const
    {
        std::vector<Span> lines;
        auto current = block.lines.second;
        for (int count = 0; count < mostContactLines && current >= 0; ++count) {
            lines.push_back(m_text.segments[current].tokens);
            current = neighbourOf(m_text, current, 1, 1.6);
        }
        return std::ranges::any_of(lines, [this](const Span &line) {
            const auto bag = m_workspace.labels.bagOf({line.first, std::min(line.last, line.first + 3)});
            return std::ranges::any_of(
                       std::array{"phone", "fax", "website", "iban", "registration", "bank"},
                       [&](const char *name) { return m_workspace.lexicon.says(bag, QLatin1StringView(name)); }) ||
                   !m_workspace.occurrences.in(line, ValueKind::Url).empty();
        });
    }

    /// Whether a name stands elsewhere too, or in an address of the web.
    bool isRepeated(const Span &name) const
    {
        const auto wanted = key(m_text.textOf(name));
        if (wanted.size() < shortestRepeated)
            return false;
        for (const auto &segment : m_text.segments)
            if (!segment.tokens.overlaps(name) && key(m_text.textOf(segment.tokens)).contains(wanted))
                return true;
        for (const auto kind : {ValueKind::Email, ValueKind::Url})
            for (const auto &found : m_workspace.occurrences.all(kind)) {
                const auto address = key(toQString(found.value).section(u'@', -1).section(u'.', -2, -2));
                if (address.size() >= shortestRepeated && (wanted.contains(address) || address.contains(wanted)))
                    return true;
            }
        return false;
    }

    const Workspace &m_workspace;
    const Text &m_text;
};

} // namespace

void guessParties(std::vector<AddressBlock> &blocks, const Workspace &workspace)
{
    Guesser(workspace).guess(blocks);
}

namespace {

bool isOfParty(const FieldSpec &field)
{
    static const auto names = std::array{"vatid", "taxnumber", "registration", "phone", "fax", "email", "website"};
    return field.party != Party::None &&
           std::ranges::any_of(names, [&field](const char *name) { return field.nameSays(QLatin1StringView(name)); });
}

/// "Your VAT no.", "Unsere Steuernummer": whose a label says that a number is.
Party partySaid(const Text &text, const Span &label)
{
    if (label.isEmpty())
        return Party::None;
    const auto segment = text.tokens[label.first].segment;
    const auto before = label.first > 0 && text.tokens[label.first - 1].segment == segment;
    for (int t = before ? label.first - 1 : label.first; t < label.last; ++t) {
        if (isPossessive(text.tokens[t].text, true))
            return Party::Buyer;
        if (isPossessive(text.tokens[t].text, false))
            return Party::Vendor;
    }
    return Party::None;
}

} // namespace

void markParties(const std::vector<FieldSpec> &fields, const std::vector<AddressBlock> &blocks,
                 const Workspace &workspace, std::vector<std::vector<Candidate>> &candidates)
{
    std::vector<QRectF> areas;
    for (const auto &block : blocks)
        areas.push_back(areaOf(block, workspace));
    for (std::size_t f = 0; f < fields.size(); ++f) {
        if (!isOfParty(fields[f]))
            continue;
        for (auto &candidate : candidates[f]) {
            const auto &token = workspace.text.tokens[candidate.spans.front().first];
            for (std::size_t b = 0; b < blocks.size(); ++b) {
                if (blocks[b].party == Party::None || blocks[b].page != token.page ||
                    !areas[b].contains(token.box.center()))
                    continue;
                const auto own = blocks[b].party == fields[f].party;
                candidate[own ? Feature::OwnParty : Feature::OtherParty] = 1;
            }
            if (const auto said = partySaid(workspace.text, candidate.label); said != Party::None) {
                candidate[Feature::OwnParty] = said == fields[f].party;
                candidate[Feature::OtherParty] = said != fields[f].party;
            }
            candidate.score = scoreOf(candidate.features);
        }
        rank(candidates[f]);
    }
}

QRectF areaOf(const AddressBlock &block, const Workspace &workspace)
{
    const auto &text = workspace.text;
    if (block.lines.first < 0)
        return {};
    auto box = text.segments[block.lines.first].box;
    const auto isInColumn = [&box](const QRectF &other) {
        return other.left() < box.right() && other.right() > box.left();
    };
    for (int s = block.lines.first; s <= block.lines.second; ++s)
        if (text.segments[s].page == block.page && isInColumn(text.segments[s].box))
            box = box.united(text.segments[s].box);
    // Numbers of tax payers and phones stand right below an address, in its column.
    const auto &last = text.segments[block.lines.second];
    const auto &page = text.page(block.page);
    auto bottom = last.box.bottom();
    for (int l = last.line + 1, count = 0; l < page.lines.last && count < mostContactLines; ++l) {
        const auto &line = text.lines[l];
        const auto inside =
            std::find_if(text.segments.begin() + line.segments.first, text.segments.begin() + line.segments.last,
                         [&isInColumn](const Segment &s) { return isInColumn(s.box); });
        if (inside == text.segments.begin() + line.segments.last)
            continue;
        if (inside->box.top() - bottom > 0.9 * last.box.height())
            break;
        if (std::abs(inside->box.left() - last.box.left()) > 1.5 * last.box.height())
            break;
        bottom = inside->box.bottom();
        box = box.united(inside->box);
        ++count;
    }
    return box;
}

} // namespace xs::engine
