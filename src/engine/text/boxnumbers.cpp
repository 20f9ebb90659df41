// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/boxnumbers.h"

#include "engine/text/words.h"

#include <algorithm>
#include <optional>
#include <set>

namespace xs::engine {

namespace {

constexpr std::size_t fewestBoxes = 6;
constexpr std::size_t fewestColumns = 3;
/// Left edges of one column differ by so many heights of a word at most.
constexpr double edgeTolerance = 1;
constexpr qsizetype longestNumber = 3;

struct BoxNumber
{
    int token = 0;
    int number = 0;
    double left = 0;
};

/// "14." before words, none of them a number of its own.
std::optional<BoxNumber> boxNumberOf(const Text &text, const Segment &segment)
{
    const auto &first = text.tokens[segment.tokens.first].text;
    if (segment.tokens.size() < 2 || first.size() > longestNumber || !first.endsWith(u'.'))
        return {};
    bool isNumber = false;
    const auto number = QStringView(first).chopped(1).toInt(&isNumber);
    if (!isNumber || number < 1 || lettersIn(text.tokens[segment.tokens.first + 1].text) < 2)
        return {};
    return BoxNumber{segment.tokens.first, number, segment.box.left()};
}

std::size_t columnsOf(const std::vector<BoxNumber> &found, double tolerance)
{
    std::set<double> edges;
    for (const auto &box : found)
        edges.insert(box.left);
    std::size_t columns = 0;
    double last = 0;
    for (const auto edge : edges) {
        columns += columns == 0 || edge - last > tolerance ? 1 : 0;
        last = edge;
    }
    return columns;
}

} // namespace

void markBoxNumbers(Text &text, const Page &page)
{
    std::vector<BoxNumber> found;
    std::set<int> numbers;
    for (int s = page.segments.first; s < page.segments.last; ++s)
        if (const auto box = boxNumberOf(text, text.segments[std::size_t(s)])) {
            found.push_back(*box);
            numbers.insert(box->number);
        }
    // Every box has its own number, and few are left out.
    if (numbers.size() < fewestBoxes || numbers.size() < found.size() ||
        std::size_t(*numbers.rbegin() - *numbers.begin() + 1) > numbers.size() + numbers.size() / 2 ||
        columnsOf(found, edgeTolerance * page.wordHeight) < fewestColumns)
        return;
    for (const auto &box : found)
        text.tokens[std::size_t(box.token)].numbersBox = true;
}

} // namespace xs::engine
