// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/rows.h"

#include "engine/tablecells.h"
#include "engine/values.h"
#include "engine/words.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr double widestRowGap = 9;

/// One line below the head: the words in each column, and what they give for the columns' fields.
struct BodyLine
{
    int line = 0;
    std::vector<Span> cells;
    std::vector<std::optional<Candidate>> values;
    int fits = 0;
    int typed = 0;
    bool isTotal = false;
    bool isHead = false;
};

class RowReader
{
public:
    RowReader(TableHead head, const std::vector<FieldSpec> &fields, const Workspace &workspace, const SearchArea &area, const RowHints &hints)
        : m_head(std::move(head)), m_fields(fields), m_workspace(workspace), m_text(workspace.text), m_area(area), m_hints(hints)
    {
    }

    std::vector<Row> read()
    {
        const auto &page = m_text.page(m_head.page);
        const auto areaEnd = m_text.segments[m_area.segments.last - 1].line + 1;
        const Span body{m_head.lines.last, std::min(page.lines.last, areaEnd)};
        placeColumns(m_head, m_text, probe(body));
        nameStub();
        auto lines = readLines(body);
        for (const auto &next : m_text.pages) {
            if (next.number <= m_head.page || next.lines.first >= areaEnd || lines.empty())
                continue;
            auto more = readLines(continuation(next));
            if (std::ranges::none_of(more, [this](const BodyLine &line) { return isAnchor(line); }))
                break;
            std::ranges::move(more, std::back_inserter(lines));
        }
        return rowsOf(lines);
    }

private:
    /// The lines that show where columns lie: those near the head.
    Span probe(const Span &body) const
    {
        return {body.first, std::min(body.last, body.first + 45)};
    }

    /// The column without a head takes the first text field that has no column.
    void nameStub()
    {
        auto isFree = [this](int f) {
            return std::ranges::none_of(m_head.columns, [f](const Column &column) { return column.field == f; });
        };
        for (auto &column : m_head.columns) {
            if (column.field >= 0 || !column.bag.empty())
                continue;
            for (int f = 0; f < int(m_fields.size()); ++f) {
                if (isFree(f) && !m_fields[f].isNumeric()) {
                    column.field = f;
                    column.similarity = 0.4;
                    break;
                }
            }
        }
    }

    /// The lines of a following page below a head that is repeated there, or all of them.
    Span continuation(const Page &page) const
    {
        Span lines = page.lines;
        lines.last = std::min(lines.last, m_text.segments[m_area.segments.last - 1].line + 1);
        const auto size = m_head.lines.size();
        for (int l = lines.first; l + size <= lines.last; ++l) {
            const auto head = headOf(m_fields, m_workspace, {l, l + size});
            if (head && head->score > 0.75 * m_head.score)
                return {l + size, lines.last};
        }
        return lines;
    }

    std::vector<BodyLine> readLines(const Span &lines)
    {
        std::vector<BodyLine> result;
        double bottom = 0;
        for (int l = lines.first; l < lines.last; ++l) {
            const auto &line = m_text.lines[l];
            const auto gap = (line.box.top() - bottom) / std::max(1.0, line.wordHeight);
            if (bottom > 0 && gap > widestRowGap)
                break;
            bottom = line.box.bottom();
            result.push_back(readLine(l));
        }
        return result;
    }

    BodyLine readLine(int l)
    {
        BodyLine result;
        result.line = l;
        result.cells = cellsOfLine(m_text, m_text.lines[l], m_head.columns);
        result.values.resize(m_fields.size());
        for (std::size_t c = 0; c < m_head.columns.size(); ++c) {
            const auto f = m_head.columns[c].field;
            if (f < 0 || result.cells[c].isEmpty())
                continue;
            auto value = readCell(m_fields[f], m_workspace, result.cells[c]);
            if (!value)
                continue;
            (*value)[Feature::LabelSimilarity] = m_head.columns[c].similarity;
            ++result.fits;
            result.typed += m_fields[f].isNumeric() || m_fields[f].kind == ValueKind::Date || m_fields[f].kind == ValueKind::Choice;
            result.values[f] = std::move(value);
        }
        result.isTotal = !m_hints.totalsAreRows && isTotalLine(m_workspace, m_text.lines[l]);
        m_mostFits = std::max(m_mostFits, result.isTotal ? 0 : result.fits);
        m_mostTyped = std::max(m_mostTyped, result.isTotal ? 0 : result.typed);
        return result;
    }

    bool isAnchor(const BodyLine &line) const
    {
        if (line.isTotal || line.fits == 0)
            return false;
        if (m_mostTyped > 0 && line.typed == 0)
            return line.fits >= 2 && 2 * line.fits > m_mostFits;
        if (m_mostTyped >= 2 && 2 * line.typed < m_mostTyped)
            return 3 * line.fits >= 2 * m_mostFits;
        return 2 * line.fits >= m_mostFits;
    }

    std::vector<Row> rowsOf(std::vector<BodyLine> &lines)
    {
        std::vector<Row> rows;
        int sinceAnchor = 0;
        bool afterTotal = false;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            auto &line = lines[i];
            if (isAnchor(line) && (!afterTotal || 5 * line.fits >= 4 * m_mostFits)) {
                rows.push_back({std::move(line.values), {line.line, line.line + 1}});
                sinceAnchor = 0;
                afterTotal = false;
                continue;
            }
            if (line.isTotal && !rows.empty())
                afterTotal = true;
            if (!rows.empty() && !afterTotal && m_text.lines[line.line].page == m_text.lines[rows.back().lines.first].page) {
                addContinuation(rows.back(), line, sinceAnchor);
                rows.back().lines.last = line.line + 1;
            }
            if (++sinceAnchor > 14 && !rows.empty())
                break;
        }
        return rows;
    }

    /// A line below a row's first line: its texts go on with those of the row when they are close and label nothing.
    void addContinuation(Row &row, const BodyLine &line, int distance)
    {
        const auto &above = m_text.lines[row.lines.last - 1];
        const auto &here = m_text.lines[line.line];
        const auto gap = (here.box.top() - above.box.bottom()) / std::max(1.0, here.wordHeight);
        if (gap > 1.0 || distance > 3 || line.typed > 0)
            return;
        for (std::size_t c = 0; c < m_head.columns.size(); ++c) {
            const auto f = m_head.columns[c].field;
            if (f < 0 || line.cells[c].isEmpty() || !row.values[f] || m_fields[f].firstLine || m_fields[f].kind != ValueKind::Text)
                continue;
            const auto text = cleanText(m_text.textOf(line.cells[c]));
            const auto labelled = m_workspace.labels.looksLikeLabel({line.cells[c].first, line.cells[c].first + 1}) || text.contains(u':');
            auto &value = *row.values[f];
            const auto &last = value.spans.back();
            const auto aligned = std::abs(m_text.tokens[line.cells[c].first].box.left() - m_text.boxOf(value.spans.front()).left()) < 0.7 * here.wordHeight;
            // Only a text that fills its column is broken.
            const auto room = m_head.columns[c].right < 1e5 ? m_head.columns[c].right - m_text.boxOf(last).right() : 0;
            const auto nextWord = m_text.tokens[line.cells[c].first].box.width();
            if (labelled || !aligned || text.isEmpty() || room > 2.2 * nextWord + 4 * here.wordHeight || !value.value.is_string())
                continue;
            auto joined = toQString(value.value);
            joined = joined.endsWith(u'-') && joined.size() > 1 && joined[joined.size() - 2].isLower() ? joined.chopped(1) + text : joined + u' ' + text;
            value.value = toStd(joined);
            value.spans.push_back(line.cells[c]);
        }
    }

    TableHead m_head;
    const std::vector<FieldSpec> &m_fields;
    const Workspace &m_workspace;
    const Text &m_text;
    const SearchArea &m_area;
    RowHints m_hints;
    int m_mostFits = 0;
    int m_mostTyped = 0;
};

} // namespace

int Row::filled() const
{
    return int(std::ranges::count_if(values, [](const auto &value) { return value.has_value(); }));
}

std::vector<Row> readRows(const TableHead &head, const std::vector<FieldSpec> &fields, const Workspace &workspace,
                          const SearchArea &area, const RowHints &hints)
{
    return RowReader(head, fields, workspace, area, hints).read();
}

} // namespace xs::engine
