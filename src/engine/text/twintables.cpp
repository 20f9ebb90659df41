// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/twintables.h"

#include "engine/text/lines.h"
#include "engine/text/words.h"

#include <algorithm>

namespace xs::engine {

namespace {

using document::Word;
using Words = std::vector<Word>;
using Lines = std::vector<Words>;

constexpr std::size_t mostParts = 4;
constexpr std::size_t fewestRows = 2;
/// Distances in heights of the words.
constexpr double narrowestGap = 0.9;
constexpr double narrowestGutter = 0.6;
constexpr double widestLineGap = 5;

struct Gutter
{
    double left;
    double right;
};

bool hasGap(const Words &line, std::size_t first, std::size_t last)
{
    for (auto i = first; i + 1 < last; ++i)
        if (line[i + 1].box.left() - line[i].box.right() > narrowestGap * line[i].box.height())
            return true;
    return false;
}

/// How many times a line says the same, each time as a head of several columns; 1 where it does not.
std::size_t partsOfHead(const Words &line)
{
    for (auto parts = mostParts; parts >= 2; --parts) {
        const auto size = line.size() / parts;
        if (size < 2 || size * parts != line.size() || line[0].text != line[size].text)
            continue;
        bool same = true, letters = false;
        for (std::size_t i = 0; i < line.size() && same; ++i) {
            same = line[i].text == line[i % size].text;
            letters |= lettersIn(line[i].text) > 1;
        }
        for (std::size_t p = 0; p < parts && same; ++p)
            same = hasGap(line, p * size, (p + 1) * size);
        if (same && letters)
            return parts;
    }
    return 1;
}

/// What is left of a gutter when a line's words are set into it: nothing where they reach over it.
Gutter narrowed(Gutter gutter, const Words &line)
{
    const auto middle = (gutter.left + gutter.right) / 2;
    for (const auto &word : line) {
        if (word.box.center().x() < middle)
            gutter.left = std::max(gutter.left, word.box.right());
        else
            gutter.right = std::min(gutter.right, word.box.left());
    }
    return gutter;
}

double topOf(const Words &line)
{
    return std::ranges::min(line, {}, [](const Word &word) { return word.box.top(); }).box.top();
}

double bottomOf(const Words &line)
{
    return std::ranges::max(line, {}, [](const Word &word) { return word.box.bottom(); }).box.bottom();
}

/// A head that says the same several times, and the lines below it that leave the gutters between its parts free.
class TwinTable
{
public:
    TwinTable(const Lines &lines, std::size_t head, std::size_t parts) : m_lines(lines), m_head(head), m_end(head + 1)
    {
        const auto &words = lines[head];
        const auto size = words.size() / parts;
        for (std::size_t p = 1; p < parts; ++p)
            m_gutters.push_back({words[p * size - 1].box.right(), words[p * size].box.left()});
        findEnd();
    }

    /// Groups of columns beside the names of rows say the same, too; parts have rows of their own.
    bool isTable() const
    {
        std::vector<std::size_t> rows(m_gutters.size() + 1, 0);
        std::size_t named = 0;
        for (auto l = m_head + 1; l < m_end; ++l) {
            named += m_lines[l].front().box.right() < m_lines[m_head].front().box.left();
            for (std::size_t p = 0; p < rows.size(); ++p)
                rows[p] += std::ranges::any_of(m_lines[l], [&](const Word &word) { return partOf(word) == p; });
        }
        return named < fewestRows && std::ranges::all_of(rows, [](std::size_t count) { return count >= fewestRows; });
    }

    std::size_t end() const { return m_end; }

    Lines parted() const
    {
        Lines result;
        for (std::size_t p = 0; p <= m_gutters.size(); ++p)
            for (auto l = m_head; l < m_end; ++l) {
                Words words;
                std::ranges::copy_if(m_lines[l], std::back_inserter(words),
                                     [&](const Word &word) { return partOf(word) == p; });
                if (!words.empty())
                    result.push_back(std::move(words));
            }
        return result;
    }

private:
    void findEnd()
    {
        auto bottom = bottomOf(m_lines[m_head]);
        for (; m_end < m_lines.size(); ++m_end) {
            const auto &line = m_lines[m_end];
            const auto height = medianHeight(line);
            auto gutters = m_gutters;
            const auto isFree = [&](Gutter &gutter) {
                gutter = narrowed(gutter, line);
                return gutter.right - gutter.left >= narrowestGutter * height;
            };
            if (topOf(line) - bottom > widestLineGap * height || !std::ranges::all_of(gutters, isFree))
                return;
            m_gutters = std::move(gutters);
            bottom = std::max(bottom, bottomOf(line));
        }
    }

    std::size_t partOf(const Word &word) const
    {
        const auto x = word.box.center().x();
        return std::size_t(std::ranges::count_if(
            m_gutters, [x](const Gutter &gutter) { return x > (gutter.left + gutter.right) / 2; }));
    }

    const Lines &m_lines;
    std::size_t m_head;
    std::size_t m_end;
    std::vector<Gutter> m_gutters;
};

} // namespace

Lines withoutTwinTables(Lines lines)
{
    for (std::size_t l = 0; l < lines.size(); ++l) {
        const auto parts = partsOfHead(lines[l]);
        if (parts < 2)
            continue;
        const TwinTable table(lines, l, parts);
        if (!table.isTable())
            continue;
        auto parted = table.parted();
        const auto size = parted.size();
        const auto first = lines.begin() + std::ptrdiff_t(l);
        const auto behind = lines.erase(first, lines.begin() + std::ptrdiff_t(table.end()));
        lines.insert(behind, std::make_move_iterator(parted.begin()), std::make_move_iterator(parted.end()));
        l += size - 1;
    }
    return lines;
}

} // namespace xs::engine
