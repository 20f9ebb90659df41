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
    RowReader(TableHead head, const std::vector<FieldSpec> &fields, const Workspace &workspace, const SearchArea &area,
              const RowHints &hints)
        : m_head(std::move(head)), m_fields(fields), m_workspace(workspace), m_text(workspace.text), m_area(area),
          m_hints(hints)
    {
    }

    std::vector<Row> read()
    {
        const auto &page = m_text.page(m_head.page);
        const auto areaEnd = m_text.segments[m_area.segments.last - 1].line + 1;
        const Span body{m_head.lines.last, std::min(page.lines.last, areaEnd)};
        placeColumns(m_head, m_text, probe(body));
        nameOthers(probe(body));
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
    Span probe(const Span &body) const { return {body.first, std::min(body.last, body.first + 45)}; }

    /// Columns whose head names no field take a field that is left, in the fields' order, when their cells fit it.
    void nameOthers(const Span &body)
    {
        auto &columns = m_head.columns;
        const auto isFree = [&](int f) {
            return std::ranges::none_of(columns, [f](const Column &column) { return column.field == f; });
        };
        for (std::size_t c = 0; c < columns.size(); ++c) {
            if (columns[c].field >= 0)
                continue;
            int low = -1, high = int(m_fields.size());
            for (std::size_t k = 0; k < c; ++k)
                low = std::max(low, columns[k].field);
            for (std::size_t k = c + 1; k < columns.size(); ++k)
                if (columns[k].field >= 0)
                    high = std::min(high, columns[k].field);
            for (int f = low + 1; f < high; ++f) {
                if (isFree(f) && (columns[c].bag.empty() || c == 0 || m_fields[f].kind == ValueKind::Choice) &&
                    fitOf(body, c, f) > 0.6) {
                    columns[c].field = f;
                    columns[c].similarity = 0.45;
                    break;
                }
            }
        }
    }

    /// The share of a column's cells that fit a field.
    double fitOf(const Span &body, std::size_t column, int field) const
    {
        int cells = 0, fitting = 0;
        for (int l = body.first; l < body.last; ++l) {
            const auto &line = m_text.lines[l];
            if (line.segments.size() < 2)
                continue;
            const auto cell = cellsOfLine(m_text, line, m_head.columns)[column];
            if (cell.isEmpty())
                continue;
            ++cells;
            const auto value = readCell(m_fields[field], m_workspace, cell);
            fitting +=
                value && (m_fields[field].isNumeric() || m_fields[field].kind != ValueKind::Text || cell.size() <= 12);
        }
        return cells > 0 ? double(fitting) / cells : 0;
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
            result.typed +=
                m_fields[f].isNumeric() || m_fields[f].kind == ValueKind::Date || m_fields[f].kind == ValueKind::Choice;
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

    /// Whether most figures of a line stand below or above figures of an earlier row.
    bool isAligned(const std::vector<Row> &rows, const BodyLine &line) const
    {
        int figures = 0, aligned = 0;
        for (std::size_t f = 0; f < m_fields.size(); ++f) {
            if (!line.values[f] || !m_fields[f].isNumeric())
                continue;
            const auto here = m_text.boxOf(line.values[f]->spans.front());
            int others = 0;
            bool fits = false;
            for (const auto &row : rows) {
                if (!row.values[f])
                    continue;
                ++others;
                const auto there = m_text.boxOf(row.values[f]->spans.front());
                const auto close = 1.3 * std::max(here.height(), there.height());
                fits = fits || std::abs(here.right() - there.right()) < close ||
                       std::abs(here.left() - there.left()) < close ||
                       std::abs(here.center().x() - there.center().x()) < close;
            }
            if (others > 0) {
                ++figures;
                aligned += fits;
            }
        }
        return figures == 0 || 2 * aligned >= figures;
    }

    /// The head of another table ends this one.
    bool isOtherHead(const Line &line) const
    {
        if (line.segments.size() < 3)
            return false;
        for (int s = line.segments.first; s < line.segments.last; ++s)
            if (!m_workspace.labels.looksLikeLabel(m_text.segments[s].tokens))
                return false;
        return true;
    }

    std::vector<Row> rowsOf(std::vector<BodyLine> &lines)
    {
        std::vector<Row> rows;
        int sinceAnchor = 0;
        bool afterTotal = false;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            auto &line = lines[i];
            if (!rows.empty() && line.typed == 0 && isOtherHead(m_text.lines[line.line]))
                break;
            if (isAnchor(line) && isAligned(rows, line) && (!afterTotal || 5 * line.fits >= 4 * m_mostFits)) {
                rows.push_back({std::move(line.values), {line.line, line.line + 1}});
                sinceAnchor = 0;
                afterTotal = false;
                continue;
            }
            if (line.isTotal && !rows.empty())
                afterTotal = true;
            if (!rows.empty() && !afterTotal &&
                m_text.lines[line.line].page == m_text.lines[rows.back().lines.first].page) {
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
        if (gap > 1.0 || distance > 3 || line.typed > 1)
            return;
        for (std::size_t c = 0; c < m_head.columns.size(); ++c) {
            const auto f = m_head.columns[c].field;
            if (f >= 0 && !row.values[f] && line.values[f] && distance == 0) {
                row.values[f] = line.values[f];
                continue;
            }
            if (f < 0 || line.cells[c].isEmpty() || !row.values[f] || m_fields[f].firstLine ||
                m_fields[f].kind != ValueKind::Text)
                continue;
            const auto text = cleanText(m_text.textOf(line.cells[c]));
            const auto labelled = m_workspace.labels.looksLikeLabel({line.cells[c].first, line.cells[c].first + 1}) ||
                                  text.contains(u':');
            auto &value = *row.values[f];
            const auto &last = value.spans.back();
            const auto aligned = std::abs(m_text.tokens[line.cells[c].first].box.left() -
                                          m_text.boxOf(value.spans.front()).left()) < 0.7 * here.wordHeight;
            // Only a text that fills its column is broken.
            const auto room = m_head.columns[c].right < 1e5 ? m_head.columns[c].right - m_text.boxOf(last).right() : 0;
            const auto nextWord = m_text.tokens[line.cells[c].first].box.width();
            if (labelled || !aligned || text.isEmpty() || room > 2.2 * nextWord + 4 * here.wordHeight ||
                !value.value.is_string())
                continue;
            auto joined = toQString(value.value);
            joined = joined.endsWith(u'-') && joined.size() > 1 && joined[joined.size() - 2].isLower()
                         ? joined.chopped(1) + text
                         : joined + u' ' + text;
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
