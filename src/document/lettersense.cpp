// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/lettersense.h"

#include <array>
#include <cmath>
#include <numeric>

namespace xs::document {

namespace {

/// Of a thousand letters, the mean over texts in English, German, French, Spanish, Italian, Dutch and Portuguese, marks
/// such as accents left out.
constexpr std::array<int, 26> perThousand = {90, 15, 32, 45, 138, 14, 18, 30, 75, 4,  6, 48, 28,
                                             75, 65, 22, 6,  67,  70, 66, 42, 13, 10, 3, 8,  6};
constexpr int fewestLetters = 40;
/// Below it are no texts; the rarest letters of lists of part numbers give -4.5.
constexpr double leastSense = -4.9;

const std::array<double, 26> &logarithms()
{
    static const auto table = [] {
        std::array<double, 26> found;
        const double all = std::accumulate(perThousand.begin(), perThousand.end(), 0);
        for (size_t i = 0; i < found.size(); ++i)
            found[i] = std::log2(perThousand[i] / all);
        return found;
    }();
    return table;
}

/// 0 for an "a" in either case, -1 for what is no letter of the Latin alphabet's 26.
int placeInAlphabet(QChar c)
{
    const auto code = c.unicode() | 0x20;
    return c.unicode() < 0x80 && code >= 'a' && code <= 'z' ? code - 'a' : -1;
}

} // namespace

std::optional<double> letterSense(const std::vector<Word> &words)
{
    double sum = 0;
    int latin = 0, other = 0;
    for (const auto &word : words) {
        for (const auto c : word.text) {
            if (const auto place = placeInAlphabet(c); place >= 0) {
                sum += logarithms()[size_t(place)];
                ++latin;
            } else {
                other += c.isLetter();
            }
        }
    }
    if (latin < fewestLetters || latin < other)
        return std::nullopt;
    return sum / latin;
}

bool isLikelyGarbled(const std::vector<Word> &words)
{
    const auto sense = letterSense(words);
    return sense && *sense < leastSense;
}

} // namespace xs::document
