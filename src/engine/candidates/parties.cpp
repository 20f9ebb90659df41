// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/candidates/parties.h"

#include "engine/candidates/partyguess.h"
#include "engine/candidates/senderline.h"
#include "engine/text/addresswords.h"
#include "engine/text/words.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr int mostBlockLines = 9;
constexpr int mostWordsOfLabel = 4;
constexpr int mostPartiesBeside = 3;
/// Parties stand in the upper part of a page.
constexpr double lowestHeading = 0.6;
/// The certainty of a party that a heading says.
constexpr double headed = 0.9;

Party partyIn(BagView bag, const Lexicon &lexicon)
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
            else if (const auto line = m_text.page(m_text.segments[s].page).mayBeSlip()
                                           ? std::nullopt
                                           : addressLine(m_text, m_text.segments[s].tokens))
                blocks.push_back(blockOf(s, *line));
        }
        for (auto &line : findSenderLines(m_workspace, m_area))
            addLetter(blocks, std::move(line));
        addHeaded(blocks);
        guessParties(blocks, m_workspace);
        return blocks;
    }

private:
    /// A letter's sender, and its addressee in the window below.
    void addLetter(std::vector<AddressBlock> &blocks, SenderLine line) const
    {
        // A sender without a street has its address elsewhere.
        if (line.sender.street) {
            std::erase_if(blocks, [&line](const AddressBlock &b) { return b.zip == line.sender.zip; });
            blocks.insert(blocks.begin(), std::move(line.sender));
        }
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

    /// "To:" above lines without a postal code: the first of them is the name, where no address was found below such a
    /// heading.
    void addHeaded(std::vector<AddressBlock> &blocks) const
    {
        const auto &page = m_text.page(m_area.firstPage);
        for (int s = page.segments.first; s < page.segments.last; ++s) {
            const auto &tokens = m_text.segments[s].tokens;
            const auto &line = m_text.lines[m_text.segments[s].line];
            // Heads of tables name parties, too.
            if (tokens.size() > mostWordsOfLabel || line.segments.size() > mostPartiesBeside ||
                m_text.segments[s].box.top() > lowestHeading * page.size.height())
                continue;
            const auto party = isAddressed(m_text, tokens)
                                   ? Party::Buyer
                                   : partyIn(m_workspace.labels.bagOf(tokens), m_workspace.lexicon);
            const auto isKnown = std::ranges::any_of(
                blocks, [party](const AddressBlock &b) { return b.party == party && b.certainty >= headed; });
            if (party == Party::None || isKnown || !isParty(tokens))
                continue;
            AddressBlock block;
            block.page = page.number;
            block.party = party;
            block.certainty = headed;
            readLinesBelow(s, block);
            if (block.address.empty())
                continue;
            std::erase_if(blocks, [&](const AddressBlock &b) {
                return b.page == block.page && b.lines.first >= 0 && b.lines.first <= block.lines.second &&
                       b.lines.second >= block.lines.first && b.party == Party::None && b.name &&
                       isInColumn(m_text.boxOf(*b.name), m_text.boxOf(*block.name));
            });
            blocks.push_back(std::move(block));
        }
    }

    /// A heading of words that say a party and nothing else.
    bool isParty(const Span &tokens) const
    {
        for (int t = tokens.first; t < tokens.last; ++t)
            if (hasDigit(m_text.tokens[t].text))
                return false;
        return isAddressed(m_text, tokens) || m_workspace.labels.looksLikeLabel(tokens);
    }

    static bool isInColumn(const QRectF &one, const QRectF &other)
    {
        return std::abs(one.left() - other.left()) < 1.2 * one.height();
    }

    /// The lines below a heading in its column, up to a label or to how somebody is reached.
    void readLinesBelow(int heading, AddressBlock &block) const
    {
        constexpr double closest = 1.2;
        auto current = heading;
        for (int count = 0; count < mostBlockLines; ++count) {
            const auto next = neighbourOf(m_text, current, 1, closest);
            if (next < 0 || !isInColumn(m_text.segments[next].box, m_text.segments[heading].box))
                return;
            const auto &tokens = m_text.segments[next].tokens;
            const auto words = m_text.textOf(tokens);
            if (words.contains(u'@') || isLabelled(tokens) || isNumberedLabel(m_workspace, tokens))
                return;
            if (!block.name && (lettersIn(words) < 2 || m_workspace.labels.looksLikeLabel(tokens)))
                return;
            if (!block.name) {
                block.name = block.top = tokens;
                block.lines = {next, next};
            } else {
                block.address.push_back(tokens);
                block.lines.second = next;
                if (!block.street && hasDigit(words))
                    block.street = tokens;
            }
            current = next;
        }
    }

    AddressBlock blockAbove(int segment, const PostalLine &postal)
    {
        AddressBlock block;
        block.page = m_text.segments[segment].page;
        block.zip = postal.zip;
        if (!postal.city.isEmpty())
            block.city = postal.city;
        block.state = postal.state;
        block.address = {m_text.segments[segment].tokens};
        auto above = linesAbove(segment, block);
        if (block.party == Party::None && !above.empty())
            findHeading(above.back(), block);
        block.lines = {above.empty() ? segment : above.back(), segment};
        // The town may have a line of its own above its code.
        if (!block.city && !above.empty() && !hasDigit(m_text.textOf(m_text.segments[above.front()].tokens))) {
            block.city = m_text.segments[above.front()].tokens;
            above.erase(above.begin());
        }
        readLines(above, block);
        if (const auto below = neighbourOf(m_text, segment, 1, 1.2); below >= 0) {
            const auto &tokens = m_text.segments[below].tokens;
            if (tokens.size() <= 3 && !hasDigit(m_text.textOf(tokens)) && !m_workspace.labels.looksLikeLabel(tokens)) {
                block.country = tokens;
            }
        }
        return block;
    }

    /// An address in one line; the name may stand above it.
    AddressBlock blockOf(int segment, const AddressLine &line)
    {
        AddressBlock block;
        block.page = m_text.segments[segment].page;
        block.zip = line.postal.zip;
        if (!line.postal.city.isEmpty())
            block.city = line.postal.city;
        block.state = line.postal.state;
        block.street = line.street;
        block.address = {{line.street.first, std::max(line.postal.zip.last, line.postal.city.last)}};
        block.lines = {segment, segment};
        if (line.name) {
            block.name = line.name;
            return block;
        }
        const auto above = linesAbove(segment, block);
        if (block.party == Party::None && !above.empty())
            findHeading(above.back(), block);
        auto names = block;
        names.street = line.street;
        if (!above.empty())
            block.lines.first = above.back();
        readLines(above, names);
        block.name = names.name;
        block.top = names.top;
        return block;
    }

    /// The segments above an address in its column up to a heading, which may say whose it is.
    std::vector<int> linesAbove(int segment, AddressBlock &block)
    {
        int current = segment;
        std::vector<int> above;
        for (int count = 0; count < mostBlockLines; ++count) {
            const auto next = neighbourOf(m_text, current, -1, count == 0 ? 2.6 : 1.6);
            if (next < 0)
                break;
            const auto &tokens = m_text.segments[next].tokens;
            const auto bag = m_workspace.labels.bagOf(tokens);
            const auto isTo = isAddressed(m_text, tokens);
            const auto party = isTo                 ? Party::Buyer
                               : tokens.size() <= 5 ? partyIn(bag, m_workspace.lexicon)
                                                    : Party::None;
            if (party != Party::None && (isTo || m_workspace.labels.looksLikeLabel(tokens))) {
                block.party = party;
                block.certainty = headed + 0.05;
                break;
            }
            if (isNumberedLabel(m_workspace, tokens) || isLabelled(tokens) || postalLine(m_text, tokens))
                break;
            above.push_back(next);
            current = next;
        }
        return above;
    }

    /// "Due date : 2 July", "Terms:": a label, with its value or without.
    bool isLabelled(const Span &tokens) const
    {
        for (int t = tokens.first; t < tokens.last; ++t)
            if (m_text.tokens[t].text.endsWith(u':'))
                return t + 1 == tokens.last || (t - tokens.first < mostWordsOfLabel && !isCareOf(m_text, tokens) &&
                                                m_workspace.labels.looksLikeLabel({tokens.first, t + 1}));
        return false;
    }

    void findHeading(int top, AddressBlock &block) const
    {
        const auto heading = neighbourOf(m_text, top, -1, 4);
        if (heading < 0)
            return;
        const auto &tokens = m_text.segments[heading].tokens;
        const auto party =
            isAddressed(m_text, tokens) ? Party::Buyer : partyIn(m_workspace.labels.bagOf(tokens), m_workspace.lexicon);
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
            if (words.contains(u'@') || lettersIn(words) < 2 || isSalutation(m_text, tokens))
                continue;
            // Sentences are no names.
            const auto isSentence =
                tokens.size() > 3 && words.endsWith(u'.') && !hasCompanyForm(m_text, tokens) &&
                std::any_of(m_text.tokens.begin() + tokens.first, m_text.tokens.begin() + tokens.last,
                            [](const Token &token) { return token.text[0].isLower(); });
            if (isSentence || isCareOf(m_text, tokens) ||
                (tokens.size() <= 2 && m_workspace.labels.looksLikeLabel(tokens)))
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
        if (!names.empty()) {
            block.name = block.certainty >= headed ? names.back() : names.front();
            block.top = names.back();
        }
        // A line with a legal form is the name even when others stand above it.
        for (const auto &span : names)
            if (hasCompanyForm(m_text, span))
                block.name = span;
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

bool isNumberedLabel(const Workspace &workspace, const Span &span)
{
    const auto &number = workspace.text.tokens[span.first].text;
    if (span.size() < 2 || number.size() > 2 || !number[0].isDigit())
        return false;
    const auto bag = workspace.labels.bagOf({span.first + 1, span.first + 2});
    return std::ranges::any_of(std::array{"address", "name", "city", "state", "zip", "street", "company"},
                               [&](const char *name) { return workspace.lexicon.says(bag, QLatin1StringView(name)); });
}

} // namespace xs::engine
