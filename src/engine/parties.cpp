// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/parties.h"

#include "engine/addresswords.h"
#include "engine/senderline.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr int mostBlockLines = 9;
/// The certainty of a party that a heading says.
constexpr double headed = 0.9;

Party partyIn(const Bag &bag, const Lexicon &lexicon)
{
    if (lexicon.says(bag, "shipto"_L1))
        return Party::Recipient;
    if (lexicon.says(bag, "buyer"_L1) || lexicon.says(bag, "customer"_L1))
        return Party::Buyer;
    if (lexicon.says(bag, "vendor"_L1))
        return Party::Vendor;
    return Party::None;
}

class BlockFinder
{
public:
    BlockFinder(const Workspace &workspace, const SearchArea &area)
        : m_workspace(workspace), m_text(workspace.text), m_area(area)
    {
    }

    std::vector<AddressBlock> find()
    {
        std::vector<AddressBlock> blocks;
        for (int s = m_area.segments.first; s < m_area.segments.last; ++s) {
            if (m_text.segments[s].page > m_area.firstPage + 3)
                break;
            if (const auto postal = postalLine(m_text, m_text.segments[s].tokens))
                blocks.push_back(blockAbove(s, *postal));
        }
        for (auto &line : findSenderLines(m_workspace, m_area))
            addLetter(blocks, std::move(line));
        guessParties(blocks);
        return blocks;
    }

private:
    /// A letter's sender, and its addressee in the window below.
    void addLetter(std::vector<AddressBlock> &blocks, SenderLine line) const
    {
        std::erase_if(blocks, [&line](const AddressBlock &b) { return b.zip == line.sender.zip; });
        blocks.insert(blocks.begin(), std::move(line.sender));
        if (line.window.size() < 2 || lettersIn(m_text.textOf(line.window.front())) < 2)
            return;
        const Span words{line.window.front().first, line.window.back().last};
        const auto known = std::ranges::find_if(blocks, [&](const AddressBlock &b) {
            return b.zip && std::ranges::any_of(line.window, [&b](const Span &s) { return s.overlaps(*b.zip); });
        });
        AddressBlock addressee;
        if (known != blocks.end()) {
            if (known->party != Party::None)
                return;
            addressee = *known;
            blocks.erase(known);
        }
        addressee.party = Party::Buyer;
        addressee.certainty = 0.85;
        addressee.name = line.window.front();
        addressee.address.assign(line.window.begin() + 1, line.window.end());
        addressee.page = m_text.tokens[words.first].page;
        blocks.push_back(std::move(addressee));
    }

    /// The segment directly above or below in the same column; −1 when there is none close by.
    int neighbour(int segment, int direction, double farthest) const
    {
        const auto &here = m_text.segments[segment];
        const auto &page = m_text.page(here.page);
        const auto height = std::max(1.0, here.box.height());
        for (int l = here.line + direction; l >= page.lines.first && l < page.lines.last; l += direction) {
            const auto &line = m_text.lines[l];
            const auto gap = direction < 0 ? here.box.top() - line.box.bottom() : line.box.top() - here.box.bottom();
            if (gap > farthest * height)
                return -1;
            for (int s = line.segments.first; s < line.segments.last; ++s) {
                const auto &other = m_text.segments[s];
                const auto leftAligned = std::abs(other.box.left() - here.box.left()) < 1.2 * height;
                const auto centred = std::abs(other.box.center().x() - here.box.center().x()) < 1.2 * height;
                const auto rightAligned = std::abs(other.box.right() - here.box.right()) < 0.6 * height;
                if (leftAligned || centred || rightAligned)
                    return s;
            }
        }
        return -1;
    }

    AddressBlock blockAbove(int segment, const PostalLine &postal)
    {
        AddressBlock block;
        block.page = m_text.segments[segment].page;
        block.zip = postal.zip;
        block.city = postal.city;
        block.state = postal.state;
        block.address = {m_text.segments[segment].tokens};
        int current = segment;
        std::vector<int> above;
        for (int count = 0; count < mostBlockLines; ++count) {
            const auto next = neighbour(current, -1, count == 0 ? 2.6 : 1.6);
            if (next < 0)
                break;
            const auto &tokens = m_text.segments[next].tokens;
            const auto bag = m_workspace.labels.bagOf(tokens);
            const auto party = tokens.size() <= 5 ? partyIn(bag, m_workspace.lexicon) : Party::None;
            if (party != Party::None && m_workspace.labels.looksLikeLabel(tokens)) {
                block.party = party;
                block.certainty = headed + 0.05;
                break;
            }
            if (isNumberedLabel(m_workspace, tokens) || m_text.textOf(tokens).endsWith(u':') ||
                postalLine(m_text, tokens))
                break;
            above.push_back(next);
            current = next;
        }
        if (block.party == Party::None && !above.empty())
            findHeading(above.back(), block);
        readLines(above, block);
        if (const auto below = neighbour(segment, 1, 1.2); below >= 0) {
            const auto &tokens = m_text.segments[below].tokens;
            if (tokens.size() <= 3 && !hasDigit(m_text.textOf(tokens)) && !m_workspace.labels.looksLikeLabel(tokens)) {
                block.country = tokens;
            }
        }
        return block;
    }

    void findHeading(int top, AddressBlock &block) const
    {
        const auto heading = neighbour(top, -1, 4);
        if (heading < 0)
            return;
        const auto &tokens = m_text.segments[heading].tokens;
        const auto party = partyIn(m_workspace.labels.bagOf(tokens), m_workspace.lexicon);
        if (party != Party::None && tokens.size() <= 4) {
            block.party = party;
            block.certainty = headed;
        }
    }

    /// Lines above the postal line, from bottom to top: the street, perhaps more, at last the name.
    void readLines(const std::vector<int> &above, AddressBlock &block) const
    {
        std::vector<Span> names;
        for (std::size_t i = 0; i < above.size(); ++i) {
            const auto &tokens = m_text.segments[above[i]].tokens;
            const auto words = m_text.textOf(tokens);
            if (words.contains(u'@') || lettersIn(words) < 2)
                continue;
            if (!block.street && i <= 1 && hasDigit(words) && lettersIn(words) >= 3 &&
                !m_workspace.labels.looksLikeLabel(tokens)) {
                block.street = tokens;
                block.address.insert(block.address.begin(), tokens);
            } else if (hasDigit(words) && lettersIn(words) < 8) {
                continue;
            } else {
                names.push_back(tokens);
            }
        }
        if (!block.street && names.size() >= 2) {
            block.street = names.front();
            block.address.insert(block.address.begin(), names.front());
            names.erase(names.begin());
        }
        // Below a heading the name comes first; other lines above an address may be anything.
        if (!names.empty())
            block.name = block.certainty >= headed ? names.back() : names.front();
        // A line with a legal form is the name even when others stand above it.
        for (const auto &span : names)
            if (hasCompanyForm(m_text, span))
                block.name = span;
    }

    /// Without a heading, the first address of a document is mostly the issuer's, the second the customer's.
    static void guessParties(std::vector<AddressBlock> &blocks)
    {
        const auto has = [&blocks](Party party) {
            return std::ranges::any_of(blocks, [party](const AddressBlock &b) { return b.party == party; });
        };
        for (auto &block : blocks) {
            if (block.party != Party::None)
                continue;
            if (!has(Party::Vendor)) {
                block.party = Party::Vendor;
                block.certainty = 0.5;
            } else if (!has(Party::Buyer)) {
                block.party = Party::Buyer;
                block.certainty = 0.5;
            }
        }
    }

    const Workspace &m_workspace;
    const Text &m_text;
    const SearchArea &m_area;
};

} // namespace

std::vector<AddressBlock> findAddresses(const Workspace &workspace, const SearchArea &area)
{
    return BlockFinder(workspace, area).find();
}

} // namespace xs::engine
