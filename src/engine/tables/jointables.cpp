// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/jointables.h"

#include <algorithm>
#include <functional>
#include <set>

namespace xs::engine {

namespace {

/// Rows of another head are as good when they have so much of the fields that the best rows have.
constexpr double leastFilled = 0.75;

class Joiner
{
public:
    Joiner(FoundTable best, const RowHints &hints, const Text &text)
        : m_table(std::move(best)), m_hints(hints), m_text(text), m_rows(std::move(m_table.rows)),
          m_isInOrder(!m_table.hasParts)
    {
        for (const auto &row : m_rows)
            m_pages.insert(pageOf(row));
    }

    void add(FoundTable &other)
    {
        const auto isFull = other.filled >= leastFilled * m_table.filled;
        const auto isTwin = isSameHead(other.head) && (m_hints.rowsAreResults || !isFartherDown(other.head));
        if (!isFull || (!isTwin && !m_hints.rowsAreResults))
            return;
        std::set<int> pages;
        std::vector<Row> added;
        for (auto &row : other.rows) {
            if (isTwin ? isTaken(row) : m_pages.contains(pageOf(row)))
                continue;
            pages.insert(pageOf(row));
            added.push_back(std::move(row));
        }
        if (!added.empty())
            m_isInOrder = m_isInOrder && !other.hasParts;
        m_pages.merge(pages);
        std::ranges::move(added, std::back_inserter(m_rows));
    }

    std::vector<Row> take()
    {
        // Parts that stand side by side have the same lines, and come one after the other.
        if (m_isInOrder)
            std::ranges::stable_sort(m_rows, {}, [](const Row &row) { return row.lines.first; });
        else
            std::ranges::stable_sort(m_rows, {}, [this](const Row &row) { return pageOf(row); });
        return std::move(m_rows);
    }

private:
    int pageOf(const Row &row) const { return m_text.lines[std::size_t(row.lines.first)].page; }

    bool isSameHead(const Span &head) const
    {
        if (head.isEmpty() || head.size() != m_table.head.size() || head.overlaps(m_table.head))
            return false;
        for (int l = 0; l < head.size(); ++l)
            if (m_text.textOf(m_text.lines[head.first + l].tokens) !=
                m_text.textOf(m_text.lines[m_table.head.first + l].tokens))
                return false;
        return true;
    }

    /// Whether a head stands on the table's page above or below its own, as another table's does. On other pages the
    /// table goes on.
    bool isFartherDown(const Span &head) const
    {
        const auto &here = m_text.lines[head.first], &there = m_text.lines[m_table.head.first];
        return here.page == there.page &&
               (here.box.top() >= there.box.bottom() || there.box.top() >= here.box.bottom());
    }

    bool isTaken(const Row &row) const
    {
        return std::ranges::any_of(m_rows, [&row](const Row &other) { return other.lines.overlaps(row.lines); });
    }

    FoundTable m_table;
    const RowHints &m_hints;
    const Text &m_text;
    std::vector<Row> m_rows;
    std::set<int> m_pages;
    bool m_isInOrder;
};

} // namespace

std::vector<Row> joinTables(FoundTable best, std::vector<FoundTable> others, const RowHints &hints, const Text &text)
{
    Joiner joiner(std::move(best), hints, text);
    std::ranges::stable_sort(others, std::greater(), &FoundTable::worth);
    for (auto &other : others)
        joiner.add(other);
    return joiner.take();
}

} // namespace xs::engine
