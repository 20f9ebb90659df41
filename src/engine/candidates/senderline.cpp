// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/candidates/senderline.h"

#include "engine/text/addresswords.h"
#include "engine/text/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr int fewestParts = 3;
constexpr int mostWords = 24;
constexpr int mostWindowLines = 7;
/// In heights of the page's words.
constexpr double widestPartGap = 5;
constexpr double farthestWindow = 8;
constexpr double widestWindowGap = 2.6;

/// The segments from `segment` on that separators join to one line of text.
int endOfRun(const Text &text, int segment)
{
    const auto &line = text.lines[text.segments[segment].line];
    auto end = segment + 1;
    for (; end < line.segments.last; ++end) {
        const auto &left = text.segments[end - 1];
        const auto &right = text.segments[end];
        const auto joined =
            isSeparator(text.tokens[left.tokens.last - 1].text) || isSeparator(text.tokens[right.tokens.first].text);
        if (!joined || right.box.left() - left.box.right() > widestPartGap * std::max(1.0, line.wordHeight))
            break;
    }
    return end;
}

std::optional<AddressBlock> senderIn(const Text &text, const Span &words)
{
    const auto parts = partsOfLine(text, words);
    if (words.size() > mostWords || parts.size() < 2)
        return {};
    // "Fjord Metrics GmbH · 32257 Neustadt": a firm's street may be left out.
    if (parts.size() == 2 && hasCompanyForm(text, parts.front()))
        if (const auto postal = postalLine(text, parts.back()); postal && !hasDigit(text.textOf(parts.front()))) {
            AddressBlock block;
            block.party = Party::Vendor;
            block.certainty = 0.8;
            block.name = parts.front();
            block.zip = postal->zip;
            block.city = postal->city;
            block.state = postal->state;
            block.address = {parts.back()};
            block.page = text.tokens[words.first].page;
            return block;
        }
    if (int(parts.size()) < fewestParts)
        return {};
    const auto name = text.textOf(parts.front());
    if (lettersIn(name) < 3 || hasDigit(name))
        return {};
    for (std::size_t i = 2; i < parts.size(); ++i) {
        const auto postal = postalLine(text, parts[i]);
        const auto street = text.textOf(parts[i - 1]);
        if (!postal || !hasDigit(street) || lettersIn(street) < 3)
            continue;
        AddressBlock block;
        block.party = Party::Vendor;
        block.certainty = 0.9;
        block.name = parts.front();
        block.street = parts[i - 1];
        block.zip = postal->zip;
        block.city = postal->city;
        block.state = postal->state;
        block.address = {{parts[i - 1].first, parts[i].last}};
        block.page = text.tokens[words.first].page;
        return block;
    }
    return {};
}

/// The lines below the sender's, in its column, up to a wide gap.
std::vector<Span> windowBelow(const Text &text, const Span &sender)
{
    const auto box = text.boxOf(sender);
    const auto &page = text.page(text.tokens[sender.first].page);
    const auto height = std::max(1.0, page.wordHeight);
    std::vector<Span> lines;
    auto bottom = box.bottom();
    for (int l = text.tokens[sender.first].line + 1; l < page.lines.last && int(lines.size()) < mostWindowLines; ++l) {
        const auto &line = text.lines[l];
        for (int s = line.segments.first; s < line.segments.last; ++s) {
            const auto &segment = text.segments[s];
            if (segment.box.left() > box.right() || segment.box.right() < box.left() ||
                segment.box.left() < box.left() - farthestWindow * height)
                continue;
            if (segment.box.top() - bottom > (lines.empty() ? farthestWindow : widestWindowGap) * height)
                return lines;
            // "Frau" above the name.
            if (lines.empty() && isSalutation(text, segment.tokens)) {
                bottom = segment.box.bottom();
                break;
            }
            lines.push_back(segment.tokens);
            bottom = segment.box.bottom();
            if (lines.size() > 1 && postalLine(text, segment.tokens))
                return lines;
            break;
        }
    }
    return lines;
}

} // namespace

std::vector<SenderLine> findSenderLines(const Workspace &workspace, const SearchArea &area)
{
    const auto &text = workspace.text;
    std::vector<SenderLine> found;
    for (int s = area.segments.first; s < area.segments.last; ++s) {
        const auto &segment = text.segments[s];
        const auto &page = text.page(segment.page);
        if (segment.page > area.firstPage || segment.box.top() > 0.4 * page.size.height())
            break;
        const auto end = std::min(endOfRun(text, s), area.segments.last);
        const Span words{segment.tokens.first, text.segments[end - 1].tokens.last};
        if (auto sender = senderIn(text, words)) {
            found.push_back({std::move(*sender), windowBelow(text, words)});
            s = end - 1;
        }
    }
    return found;
}

} // namespace xs::engine
