// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/tablegrid.h"

#include <algorithm>

namespace xs::engine {

std::vector<Grid> partsOf(const Grid &grid, const Text &text)
{
    constexpr int mostParts = 4, linesTried = 3;
    // Of the columns from one to another; heads may stand a little beside their cells and in several lines.
    const auto wordsOf = [&](const Span &lines, int from, int to) {
        QStringList words;
        for (int t = text.lines[lines.first].tokens.first; t < text.lines[lines.last - 1].tokens.last; ++t) {
            const auto x = text.tokens[t].box.center().x();
            if (x >= grid.edges[std::size_t(from)] && x < grid.edges[std::size_t(to)])
                words << text.tokens[t].text;
        }
        words.sort();
        return words.join(u' ');
    };
    std::vector<Span> heads;
    for (int l = grid.above.first; l < std::min(grid.body.last, grid.body.first + linesTried); ++l)
        for (int count = 1; count <= linesTried && l + count <= grid.body.last; ++count)
            heads.push_back({l, l + count});
    for (int parts = mostParts; parts >= 2; --parts) {
        const auto width = grid.columns() / parts;
        if (width < 2 || width * parts != grid.columns())
            continue;
        for (const auto &head : heads) {
            const auto words = wordsOf(head, 0, width);
            // Heads of several years are alike but for the column of names.
            const auto names = wordsOf(head, 0, 1);
            const auto any = std::ranges::any_of(names, [](QChar letter) { return letter.isLetter(); });
            bool same = true;
            for (int p = 1; p < parts && same; ++p)
                same = wordsOf(head, p * width, (p + 1) * width) == words;
            if (!same || !any)
                continue;
            std::vector<Grid> found;
            for (int p = 0; p < parts; ++p) {
                auto part = grid;
                part.edges.assign(grid.edges.begin() + p * width, grid.edges.begin() + (p + 1) * width + 1);
                found.push_back(std::move(part));
            }
            return found;
        }
    }
    return {grid};
}

} // namespace xs::engine
