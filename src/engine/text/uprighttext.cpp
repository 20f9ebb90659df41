// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/uprighttext.h"

#include <algorithm>
#include <cmath>

namespace xs::engine {

using document::Word;

namespace {

constexpr std::size_t fewestWords = 3;
/// Words of one upright text are as wide as its letters are high.
constexpr double sameEdge = 0.15;
/// Between its words, in their widths.
constexpr double widestGap = 1.5;

bool stands(const Word &word)
{
    return word.text.size() >= 3 && word.box.height() > 1.4 * word.box.width();
}

bool followsUpright(const Word &before, const Word &word)
{
    const auto &a = before.box, &b = word.box;
    const auto gap = std::max(b.top() - a.bottom(), a.top() - b.bottom());
    const auto edge = sameEdge * a.width();
    return std::abs(a.left() - b.left()) < edge && std::abs(a.right() - b.right()) < edge &&
           gap < widestGap * a.width() && gap > -0.1 * a.width();
}

} // namespace

std::vector<std::vector<Word>> takeUprightTexts(std::vector<Word> &words)
{
    std::vector<std::vector<Word>> texts;
    if (std::ranges::none_of(words, stands))
        return texts;
    std::vector<Word> others;
    for (std::size_t first = 0; first < words.size();) {
        auto last = first + 1;
        while (last < words.size() && followsUpright(words[last - 1], words[last]))
            ++last;
        const auto begin = words.begin() + std::ptrdiff_t(first), end = words.begin() + std::ptrdiff_t(last);
        const auto isUpright = last - first >= fewestWords && 3 * std::count_if(begin, end, stands) >= end - begin;
        if (isUpright)
            texts.emplace_back(begin, end);
        else
            others.insert(others.end(), begin, end);
        first = last;
    }
    words = std::move(others);
    return texts;
}

} // namespace xs::engine
