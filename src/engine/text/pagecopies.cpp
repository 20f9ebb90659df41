// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/pagecopies.h"

#include <QHash>

#include <algorithm>

namespace xs::engine {

namespace {

constexpr std::size_t fewestWords = 30;
constexpr std::size_t mostPages = 12;
/// How many words of a hundred may differ.
constexpr std::size_t mostOthers = 3;
/// In fractions of the page.
constexpr double samePlace = 0.01;

bool isCopyOf(const document::ReadPage &page, const document::ReadPage &original)
{
    const auto count = page.words.size();
    const auto most = std::max<std::size_t>(1, mostOthers * count / 100);
    if (count < fewestWords || count > original.words.size() + most || original.words.size() > count + most)
        return false;
    QMultiHash<QString, QPointF> places;
    for (const auto &word : original.words)
        places.insert(word.text, word.box.topLeft());
    std::size_t others = 0;
    for (const auto &word : page.words) {
        auto [place, end] = places.equal_range(word.text);
        while (place != end && (*place - word.box.topLeft()).manhattanLength() > samePlace)
            ++place;
        if (place != end)
            places.erase(place);
        else if (++others > most)
            return false;
    }
    return true;
}

} // namespace

std::vector<bool> copiesAmong(const std::vector<document::ReadPage> &pages)
{
    std::vector<bool> copies(pages.size(), false);
    for (std::size_t p = 1; p < pages.size() && pages.size() <= mostPages; ++p)
        for (std::size_t original = 0; original < p && !copies[p]; ++original)
            copies[p] = !copies[original] && isCopyOf(pages[p], pages[original]);
    return copies;
}

} // namespace xs::engine
