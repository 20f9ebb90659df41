// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/textcolumns.h"

#include "engine/text/lines.h"
#include "engine/text/words.h"

#include <algorithm>

namespace xs::engine {

namespace {

using document::Word;
using Words = std::vector<Word>;
using Lines = std::vector<Words>;

/// Distances in heights of the words.
constexpr double narrowestGutter = 0.9;
constexpr double widestLineGap = 2.6;
constexpr double widestPitch = 1.2;
constexpr int fewestLines = 6;
constexpr double fewestWords = 4.5;
constexpr double mostlyWords = 0.75;
/// The share of a column's lines that reach over most of its width.
constexpr double mostlyFull = 0.5;
constexpr double full = 0.7;
constexpr int mostSharedBreaks = 1;
constexpr std::size_t mostMoreGutters = 1;

struct Gutter
{
    double left;
    double right;
};

double topOf(const Words &line)
{
    return std::ranges::min(line, {}, [](const Word &word) { return word.box.top(); }).box.top();
}

double bottomOf(const Words &line)
{
    return std::ranges::max(line, {}, [](const Word &word) { return word.box.bottom(); }).box.bottom();
}

/// What is left of a gutter when a line's words are set into it; the widest part.
Gutter narrowed(const Gutter &gutter, const Words &line)
{
    Gutter widest{gutter.left, gutter.left};
    auto from = gutter.left;
    const auto offer = [&](double to) {
        if (to - from > widest.right - widest.left)
            widest = {from, to};
    };
    for (const auto &word : line) {
        if (word.box.right() <= gutter.left || word.box.left() >= gutter.right)
            continue;
        offer(word.box.left());
        from = std::max(from, word.box.right());
    }
    offer(gutter.right);
    return widest;
}

/// One of the columns of a block: its lines, and which of the block's lines they are of.
class Side
{
public:
    Side(const Lines &lines, std::size_t first, std::size_t last, double from, double to)
    {
        for (auto l = first; l < last; ++l) {
            std::vector<const Word *> words;
            for (const auto &word : lines[l])
                if (word.box.center().x() >= from && word.box.center().x() < to)
                    words.push_back(&word);
            if (words.empty())
                continue;
            m_lines.push_back(std::move(words));
            m_from.push_back(l);
        }
    }

    bool isRunningText() const
    {
        if (int(m_lines.size()) < fewestLines)
            return false;
        double left = 1e9, right = -1e9;
        int words = 0, letters = 0, filled = 0;
        for (const auto &line : m_lines) {
            left = std::min(left, line.front()->box.left());
            right = std::max(right, line.back()->box.right());
            for (const auto *word : line) {
                ++words;
                letters += lettersIn(word->text) > digitsIn(word->text);
            }
        }
        for (const auto &line : m_lines)
            filled += line.back()->box.right() - line.front()->box.left() >= full * (right - left);
        const auto count = double(m_lines.size());
        return words >= fewestWords * count && letters >= mostlyWords * words && filled >= mostlyFull * count;
    }

    /// The block's lines that begin a paragraph: those below a wider gap.
    std::vector<std::size_t> breaks() const
    {
        std::vector<std::size_t> result;
        const auto own = lines();
        for (std::size_t i = 1; i < own.size(); ++i)
            if (topOf(own[i]) - bottomOf(own[i - 1]) > widestPitch * medianHeight(own[i]) / 2)
                result.push_back(m_from[i]);
        return result;
    }

    Lines lines() const
    {
        Lines result(m_lines.size());
        for (std::size_t i = 0; i < m_lines.size(); ++i)
            for (const auto *word : m_lines[i])
                result[i].push_back(*word);
        return result;
    }

private:
    /// Few sides are columns of text, so that words are copied only of those.
    std::vector<std::vector<const Word *>> m_lines;
    std::vector<std::size_t> m_from;
};

/// Where the words of a line stand apart.
std::vector<Gutter> guttersOf(const Words &line, double height)
{
    std::vector<Gutter> gutters;
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
        if (line[i + 1].box.left() - line[i].box.right() > narrowestGutter * height)
            gutters.push_back({line[i].box.right(), line[i + 1].box.left()});
    return gutters;
}

/// What every gutter above asks of a line, found once.
struct Shape
{
    explicit Shape(const Words &line)
        : top(topOf(line)), bottom(bottomOf(line)), height(medianHeight(line)), gutters(guttersOf(line, height))
    {
    }

    double top;
    double bottom;
    double height;
    std::vector<Gutter> gutters;
};

/// The line behind the last one that leaves a gutter free, which becomes as narrow as they leave it.
std::size_t endOfGutter(const Lines &lines, const std::vector<Shape> &shapes, std::size_t first, Gutter &gutter)
{
    auto end = first + 1;
    auto bottom = shapes[first].bottom;
    const auto most = shapes[first].gutters.size() + mostMoreGutters;
    for (; end < lines.size(); ++end) {
        const auto &shape = shapes[end];
        const auto rest = narrowed(gutter, lines[end]);
        // A line with more gaps is one of a table.
        if (rest.right - rest.left < narrowestGutter * shape.height ||
            shape.top - bottom > widestLineGap * shape.height || shape.gutters.size() > most)
            break;
        bottom = std::max(bottom, shape.bottom);
        gutter = rest;
    }
    return end;
}

/// The block of columns that begins at a line, as lines of one column each; empty when there is none.
Lines unrolled(const Lines &lines, const std::vector<Shape> &shapes, std::size_t first, std::size_t &end)
{
    for (auto gutter : shapes[first].gutters) {
        end = endOfGutter(lines, shapes, first, gutter);
        if (end - first < std::size_t(fewestLines))
            continue;
        const auto middle = (gutter.left + gutter.right) / 2;
        const Side left(lines, first, end, -1e9, middle);
        if (!left.isRunningText())
            continue;
        const Side right(lines, first, end, middle, 1e9);
        if (!right.isRunningText())
            continue;
        const auto breaks = left.breaks(), others = right.breaks();
        const auto shared = std::ranges::count_if(
            breaks, [&others](std::size_t line) { return std::ranges::find(others, line) != others.end(); });
        if (shared > mostSharedBreaks)
            continue;
        auto result = withoutTextColumns(left.lines());
        std::ranges::move(withoutTextColumns(right.lines()), std::back_inserter(result));
        return result;
    }
    return {};
}

} // namespace

std::vector<std::vector<Word>> withoutTextColumns(std::vector<std::vector<Word>> lines)
{
    const std::vector<Shape> shapes(lines.begin(), lines.end());
    Lines result;
    for (std::size_t l = 0; l < lines.size();) {
        std::size_t end = l;
        auto block = unrolled(lines, shapes, l, end);
        if (block.empty()) {
            result.push_back(std::move(lines[l++]));
            continue;
        }
        std::ranges::move(block, std::back_inserter(result));
        l = end;
    }
    return result;
}

} // namespace xs::engine
