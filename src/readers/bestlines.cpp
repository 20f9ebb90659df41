// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/bestlines.h"

#include "readers/wordvote.h"

#include <algorithm>
#include <optional>

namespace xs::readers {

namespace {

using Words = std::vector<Word>;

/// Share of the lower word's height that two words of one line have in common.
constexpr double leastOverlap = 0.45;
/// A reading of a line is complete when its words are nearly as wide as those of the widest reading.
constexpr double fullWidth = 0.8;
/// The share of the smaller word's area that two readings of one word have in common.
constexpr double twinShare = 0.4;

double sharedHeight(const Word &a, const Word &b)
{
    const auto shared = std::min(a.box.bottom(), b.box.bottom()) - std::max(a.box.top(), b.box.top());
    return shared / std::max(1e-9, std::min(a.box.height(), b.box.height()));
}

void sortFromLeft(Words &words)
{
    std::ranges::stable_sort(words, {}, [](const Word &word) { return word.box.left(); });
}

/// Words at one height, from left to right. Lines may lean: a word is compared with the one before it.
std::vector<Words> linesOf(Words words)
{
    sortFromLeft(words);
    std::vector<Words> lines;
    for (auto &word : words) {
        Words *best = nullptr;
        auto most = leastOverlap;
        for (auto &line : lines) {
            const auto shared = sharedHeight(line.back(), word);
            if (shared > most && word.box.left() >= line.back().box.center().x()) {
                most = shared;
                best = &line;
            }
        }
        if (best)
            best->push_back(std::move(word));
        else
            lines.push_back({std::move(word)});
    }
    return lines;
}

double gapBetween(const Word &a, const Word &b)
{
    return std::max({0.0, a.box.left() - b.box.right(), b.box.left() - a.box.right()});
}

/// The line in which a word of another reading stands.
std::optional<std::size_t> lineOf(const Word &word, const std::vector<Words> &lines)
{
    std::optional<std::size_t> best;
    auto most = leastOverlap;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto nearest =
            std::ranges::min_element(lines[i], {}, [&word](const Word &other) { return gapBetween(word, other); });
        const auto shared = sharedHeight(*nearest, word);
        if (shared > most) {
            most = shared;
            best = i;
        }
    }
    return best;
}

double widthOf(const Words &words)
{
    double width = 0;
    for (const auto &word : words)
        width += word.box.width();
    return width;
}

/// Mean over letters, less when words are missing.
double sureness(const Words &words, double widest)
{
    double sum = 0, letters = 0;
    for (const auto &word : words) {
        sum += word.confidence * double(word.text.size());
        letters += double(word.text.size());
    }
    return letters > 0 ? sum / letters * std::min(1.0, widthOf(words) / std::max(1e-9, fullWidth * widest)) : 0;
}

/// Of two words at one place only the surer one counts.
void dropTwins(Words &words)
{
    std::vector<bool> dropped(words.size(), false);
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (std::size_t k = i + 1; k < words.size() && !dropped[i]; ++k) {
            const auto shared = words[i].box.intersected(words[k].box);
            const auto smaller =
                std::min(words[i].box.width() * words[i].box.height(), words[k].box.width() * words[k].box.height());
            if (!dropped[k] && shared.width() * shared.height() > twinShare * smaller)
                dropped[words[i].confidence < words[k].confidence ? i : k] = true;
        }
    }
    std::size_t index = 0;
    std::erase_if(words, [&](const Word &) { return dropped[index++]; });
}

} // namespace

std::vector<Word> bestLines(const std::vector<Words> &readings)
{
    if (readings.empty())
        return {};
    const auto lines = linesOf(readings.front());
    std::vector<std::vector<Words>> choices;
    for (const auto &line : lines)
        choices.push_back({line});
    for (std::size_t r = 1; r < readings.size(); ++r) {
        std::vector<Words> found(lines.size());
        for (const auto &word : readings[r])
            if (const auto line = lineOf(word, lines))
                found[*line].push_back(word);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            sortFromLeft(found[i]);
            if (!found[i].empty())
                choices[i].push_back(std::move(found[i]));
        }
    }
    Words result;
    for (auto &choice : choices) {
        double widest = 0;
        for (const auto &words : choice)
            widest = std::max(widest, widthOf(words));
        const auto best =
            std::ranges::max_element(choice, {}, [widest](const Words &w) { return sureness(w, widest); });
        std::ranges::move(votedLine(*best, choice), std::back_inserter(result));
    }
    dropTwins(result);
    return result;
}

} // namespace xs::readers
