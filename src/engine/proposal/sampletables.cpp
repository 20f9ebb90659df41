// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/proposal/sampletables.h"

#include "engine/candidates/choices.h"
#include "engine/tables/placecolumns.h"
#include "engine/tables/tablecells.h"
#include "engine/text/periods.h"
#include "engine/text/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr int mostHeadLines = 3;
constexpr int fewestColumns = 3;
constexpr int mostWordsOfHead = 5;
constexpr int mostLinesBetweenRows = 6;
/// In heights of the head's words.
constexpr double widestHeadGap = 1.8;

bool hasLetter(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.isLetter(); });
}

double sharedWidth(const QRectF &a, const QRectF &b)
{
    return std::min(a.right(), b.right()) - std::max(a.left(), b.left());
}

class TableFinder
{
public:
    explicit TableFinder(const Workspace &workspace) : m_workspace(workspace), m_text(workspace.text) {}

    std::vector<SampleTable> find() const
    {
        std::vector<SampleTable> tables;
        for (int l = 0; l < int(m_text.lines.size());) {
            auto table = mayBeHead(l) ? tableAt(l) : std::nullopt;
            l = table ? table->lines.last : l + 1;
            if (table)
                tables.push_back(std::move(*table));
        }
        return tables;
    }

private:
    /// Words only, in several short pieces.
    bool mayBeHead(int l) const
    {
        const auto &line = m_text.lines[l];
        if (line.segments.size() < fewestColumns)
            return false;
        int words = 0, names = 0;
        for (int s = line.segments.first; s < line.segments.last; ++s) {
            const auto &segment = m_text.segments[s];
            const auto text = m_text.textOf(segment.tokens);
            const auto isPeriod = hasDigit(text) && !hasDigit(withoutPeriods(text)) && periodOf(text).ends.empty();
            if (!findTickBoxes(m_text, segment.tokens).empty() || (hasDigit(text) && !isPeriod) ||
                text.endsWith(u':') || segment.tokens.size() > mostWordsOfHead)
                return false;
            words += hasLetter(text) || isPeriod ? 1 : 0;
            names += hasLetter(text) && !isPeriod ? 1 : 0;
        }
        // A row of years alone is as often a row of values.
        return words >= fewestColumns && names > 0;
    }

    /// The second line of a head of two: words only, each below a piece of the first.
    bool continuesHead(const TableHead &head, int l) const
    {
        if (l >= int(m_text.lines.size()))
            return false;
        const auto &line = m_text.lines[l];
        const auto &above = m_text.lines[l - 1];
        if (line.page != head.page || line.box.top() - above.box.bottom() > widestHeadGap * above.wordHeight * 0.5)
            return false;
        for (int s = line.segments.first; s < line.segments.last; ++s) {
            const auto &segment = m_text.segments[s];
            const auto isBelow = std::ranges::any_of(
                head.columns, [&](const Column &column) { return sharedWidth(column.head, segment.box) > 0; });
            if (hasDigit(m_text.textOf(segment.tokens)) || !isBelow || segment.tokens.size() > 2)
                return false;
        }
        return true;
    }

    /// The line above names groups of columns, or begins what a column is called: short words only, each over columns,
    /// close above them.
    void addLineAbove(TableHead &head, std::vector<QString> &labels) const
    {
        const auto l = head.lines.first - 1;
        if (l < m_text.page(head.page).lines.first)
            return;
        const auto &above = m_text.lines[l], &line = m_text.lines[head.lines.first];
        if (line.box.top() - above.box.bottom() > widestHeadGap * line.wordHeight || above.segments.size() < 2)
            return;
        const auto covers = [&](int s, const Column &column) {
            return sharedWidth(m_text.segments[s].box, column.head) > 0.3 * column.head.width();
        };
        for (int s = above.segments.first; s < above.segments.last; ++s) {
            const auto &segment = m_text.segments[s];
            if (hasDigit(m_text.textOf(segment.tokens)) || segment.tokens.size() > mostWordsOfHead ||
                std::ranges::none_of(head.columns, [&](const Column &column) { return covers(s, column); }))
                return;
        }
        for (int s = above.segments.first; s < above.segments.last; ++s)
            for (std::size_t c = 0; c < head.columns.size(); ++c)
                if (covers(s, head.columns[c]))
                    labels[c].prepend(m_text.textOf(m_text.segments[s].tokens) + u' ');
        --head.lines.first;
    }

    /// The words on the left of all heads say what each row is about.
    static bool namesRows(const TableHead &head, std::size_t column, const std::vector<Column> &heads)
    {
        return column == 0 && head.columns.size() > heads.size();
    }

    /// Whether the head of another table may stand here: labels only.
    bool isOtherHead(int l) const
    {
        const auto &line = m_text.lines[l].segments;
        if (!mayBeHead(l))
            return false;
        int labels = 0;
        for (int s = line.first; s < line.last; ++s)
            labels += m_workspace.labels.looksLikeLabel(m_text.segments[s].tokens) ? 1 : 0;
        return labels >= fewestColumns && 2 * labels > line.size();
    }

    /// Lines of the page below the head up to the last one with values in two columns.
    Span bodyOf(const TableHead &head) const
    {
        const auto end = m_text.page(head.page).lines.last;
        Span body{head.lines.last, head.lines.last};
        bool sums = false;
        int fullest = 0;
        for (int l = body.first; l < end && l - body.last < mostLinesBetweenRows; ++l) {
            int beside = 0;
            const auto &line = m_text.lines[l];
            for (int s = line.segments.first; s < line.segments.last; ++s)
                beside += std::ranges::any_of(head.columns,
                                              [&](const Column &column) {
                                                  return sharedWidth(column.head, m_text.segments[s].box) > 0;
                                              })
                              ? 1
                              : 0;
            if (!body.isEmpty() && isOtherHead(l))
                break;
            sums |= isTotalLine(m_workspace, line) && !body.isEmpty();
            // Sums of a part may stand between rows that fill as many columns as those before.
            if (sums ? beside >= 3 && beside >= fullest : beside >= 2)
                body.last = l + 1;
            fullest = std::max(fullest, beside);
        }
        return body;
    }

    std::optional<SampleTable> tableAt(int l) const
    {
        TableHead head;
        head.page = m_text.lines[l].page;
        head.lines = {l, l + 1};
        std::vector<QString> labels;
        const auto &first = m_text.lines[l].segments;
        for (int s = first.first; s < first.last; ++s) {
            const auto &segment = m_text.segments[s];
            const auto bag = m_workspace.labels.bagOf(segment.tokens);
            head.columns.push_back({segment.box, {bag.begin(), bag.end()}});
            labels.push_back(m_text.textOf(segment.tokens));
        }
        while (head.lines.size() < mostHeadLines && continuesHead(head, head.lines.last)) {
            const auto &line = m_text.lines[head.lines.last++];
            for (int s = line.segments.first; s < line.segments.last; ++s) {
                const auto &segment = m_text.segments[s];
                const auto column = std::ranges::max_element(
                    head.columns, {}, [&](const Column &one) { return sharedWidth(one.head, segment.box); });
                column->head = column->head.united(segment.box);
                labels[std::size_t(column - head.columns.begin())] += u' ' + m_text.textOf(segment.tokens);
            }
        }
        const auto body = bodyOf(head);
        if (body.isEmpty())
            return {};
        addLineAbove(head, labels);
        const auto heads = head.columns;
        placeColumns(head, m_text, body, false);
        return read(head, heads, labels, body);
    }

    /// The cells of every column that has a head. Rows are the lines that fill at least half of what the fullest does.
    std::optional<SampleTable> read(const TableHead &head, const std::vector<Column> &heads,
                                    const std::vector<QString> &labels, const Span &body) const
    {
        std::vector<std::vector<Span>> lines;
        std::size_t fullest = 0;
        const auto filled = [](const std::vector<Span> &cells) {
            return std::size_t(std::ranges::count_if(cells, [](const Span &cell) { return !cell.isEmpty(); }));
        };
        bool hasNumbers = false;
        for (int l = body.first; l < body.last; ++l) {
            lines.push_back(cellsOfLine(m_text, m_text.lines[l], head.columns));
            fullest = std::max(fullest, filled(lines.back()));
            hasNumbers |= hasDigit(m_text.textOf(m_text.lines[l].tokens));
        }
        std::erase_if(lines, [&](const std::vector<Span> &cells) { return 2 * filled(cells) <= fullest; });
        if (lines.empty() || fullest < 2 || !hasNumbers)
            return {};
        SampleTable table;
        table.lines = {head.lines.first, body.last};
        table.rows = int(lines.size());
        for (std::size_t c = 0; c < head.columns.size(); ++c) {
            const auto named =
                std::ranges::find_if(heads, [&](const Column &one) { return one.head == head.columns[c].head; });
            if (named == heads.end() && !namesRows(head, c, heads))
                continue;
            SampleTable::Column column{
                named == heads.end() ? QString() : labels[std::size_t(named - heads.begin())], {}, false};
            for (const auto &cells : lines) {
                if (cells[c].isEmpty())
                    column.hasGaps = true;
                else
                    column.cells.push_back(cells[c]);
            }
            if (!column.cells.empty() && (named == heads.end() || hasLetter(column.label) || hasDigit(column.label)))
                table.columns.push_back(std::move(column));
        }
        return table.columns.size() >= 2 ? std::optional(std::move(table)) : std::nullopt;
    }

    const Workspace &m_workspace;
    const Text &m_text;
};

} // namespace

std::vector<SampleTable> findTables(const Workspace &workspace)
{
    return TableFinder(workspace).find();
}

} // namespace xs::engine
