// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/rows.h"

#include "engine/candidates/values.h"
#include "engine/tables/bodylines.h"
#include "engine/tables/columnroles.h"
#include "engine/tables/headlines.h"
#include "engine/tables/legend.h"
#include "engine/tables/mergedcells.h"
#include "engine/tables/othercolumns.h"
#include "engine/tables/placecolumns.h"
#include "engine/tables/rowends.h"
#include "engine/tables/rowsections.h"
#include "engine/tables/rowstarts.h"
#include "engine/tables/rowtexts.h"
#include "engine/tables/tablecells.h"
#include "engine/text/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr double leastShared = 0.42;
constexpr int fewestHeadings = 2;
constexpr int fewestProbed = 2;
constexpr int mostProbed = 45;

class RowReader
{
public:
    RowReader(TableHead head, HeadLines &known, const SearchArea &area, const RowHints &hints)
        : m_head(std::move(head)), m_known(known), m_fields(known.fields()), m_workspace(known.workspace()),
          m_text(m_workspace.text), m_area(area), m_hints(hints)
    {
    }

    std::vector<Row> read()
    {
        const auto &page = m_text.page(m_head.page);
        const auto areaEnd = m_text.segments[m_area.segments.last - 1].line + 1;
        const Span body{m_head.lines.last, std::min(page.lines.last, areaEnd)};
        if (!m_head.isPlaced) {
            placeColumns(m_head, m_text, probe(body), m_hints.rowsAreResults);
            explainHeads(m_head, m_workspace);
            nameOtherColumns(m_head, m_fields, m_workspace, probe(body));
            assignByFigures(m_head, m_fields, m_workspace, probe(body));
        }
        shareFirstColumn(body);
        if (m_headingField < 0)
            m_headingField = headingField();
        const RowMarks marks(m_head, m_fields, m_text, m_hints.rowsAreResults);
        TableBody table{m_head, m_fields, m_workspace, m_text, m_hints, secondLineField()};
        table.lines = readLines(table, marks, body);
        for (const auto &next : m_text.pages) {
            if (next.number <= m_head.page || next.lines.first >= areaEnd || table.lines.empty())
                continue;
            auto more = readLines(table, marks, continuation(next));
            if (std::ranges::none_of(more, [&table](const BodyLine &line) { return mayStart(table, line); }))
                break;
            std::ranges::move(more, std::back_inserter(table.lines));
        }
        if (m_hints.rowsAreResults)
            markSentences(table);
        auto rows = rowsOf(table);
        readSections(rows, m_fields, m_workspace, m_head.lines.last);
        return rows;
    }

private:
    /// The field without a column that asks for what stands in a row's second line; −1 for none.
    int secondLineField() const
    {
        for (int f = 0; f < int(m_fields.size()); ++f)
            if (m_fields[f].secondLine &&
                std::ranges::none_of(m_head.columns, [f](const Column &column) { return column.field == f; }))
                return f;
        return -1;
    }

    /// "Region and crop": where the first column's head names two texts and headings of one cell stand between the
    /// rows, the rows' cells are the second of them and the headings the first.
    void shareFirstColumn(const Span &body)
    {
        auto &column = m_head.columns.front();
        const auto second = column.field + 1;
        if (!m_hints.rowsAreResults || column.field < 0 || second >= int(m_fields.size()) || !column.together.empty() ||
            !isWords(m_fields[column.field]) || !isWords(m_fields[second]) ||
            labelSimilarity(m_fields[second], column.bag) < leastShared ||
            std::ranges::any_of(m_head.columns, [second](const Column &c) { return c.field == second; }))
            return;
        int headings = 0;
        for (int l = body.first; l + 1 < body.last; ++l)
            headings += m_text.lines[l].segments.size() == 1 && m_text.lines[l + 1].segments.size() > 2 &&
                        m_text.lines[l].box.right() < m_text.lines[l + 1].box.center().x() &&
                        !hasDigit(m_text.textOf(m_text.lines[l].tokens)) &&
                        m_text.lines[l].box.left() < m_text.lines[l + 1].box.left() - 1;
        if (headings < fewestHeadings)
            return;
        m_headingField = column.field;
        column.field = second;
    }

    /// The lines that show where columns lie: those near the head, up to a wide gap or to what the rows add up to.
    Span probe(const Span &body) const
    {
        Span lines{body.first, std::min(body.last, body.first + mostProbed)};
        for (int l = lines.first + 1; l < lines.last; ++l) {
            const auto &line = m_text.lines[l];
            const auto gap = line.box.top() - m_text.lines[l - 1].box.bottom();
            const auto isEnd =
                !m_hints.rowsAreResults && l - lines.first >= fewestProbed && isTotalLine(m_workspace, line);
            if (gap > widestRowGap * std::max(1.0, line.wordHeight) || isEnd)
                lines.last = l;
        }
        return lines;
    }

    /// The lines of a following page below a head that is repeated there, or all of them.
    Span continuation(const Page &page) const
    {
        Span lines = page.lines;
        lines.last = std::min(lines.last, m_text.segments[m_area.segments.last - 1].line + 1);
        const auto size = m_head.lines.size();
        if (const auto below = behindSameHead(lines); !below.isEmpty())
            return below;
        const auto again = size > 0 ? findHead(m_known, lines, size, 0.75 * m_head.score) : std::nullopt;
        return again ? Span{*again + size, lines.last} : lines;
    }

    /// The lines behind one that says word by word what the head's last line says.
    Span behindSameHead(const Span &lines) const
    {
        if (m_head.lines.isEmpty())
            return {};
        const auto words = m_text.textOf(m_text.lines[m_head.lines.last - 1].tokens);
        for (int l = lines.first; l < lines.last; ++l)
            if (m_text.textOf(m_text.lines[l].tokens) == words)
                return {l + 1, lines.last};
        return {};
    }

    /// The field that headings between the rows give: one that no column has and that the schema says to stand above,
    /// or the only text that is left.
    int headingField() const
    {
        std::vector<int> left;
        for (int f = 0; f < int(m_fields.size()); ++f) {
            const auto isText = m_fields[f].field.type == schema::FieldType::String &&
                                m_fields[f].kind != ValueKind::Date && !m_fields[f].isNumeric();
            const auto taken = std::ranges::any_of(m_head.columns, [f](const Column &c) {
                return c.field == f || std::ranges::find(c.together, f) != c.together.end();
            });
            if (isText && !taken)
                left.push_back(f);
        }
        for (const auto f : left)
            if (m_fields[f].isHeading)
                return f;
        return left.size() == 1 && m_hints.rowsAreResults ? left.front() : -1;
    }

    std::optional<Candidate> headingValue(const BodyLine &line) const
    {
        if (m_headingField < 0)
            return {};
        const auto &tokens = m_text.lines[line.line].tokens;
        if (m_fields[m_headingField].kind == ValueKind::Choice)
            return readCell(m_fields[m_headingField], m_workspace, tokens);
        Candidate candidate;
        // "Common stocks — 61.8%": the share is none of the name.
        static const QRegularExpression share(uR"(\s+[—–-]\s*[\d.,]+\s*%$)"_s);
        candidate.value = toStd(cleanText(m_text.textOf(tokens).remove(share)));
        candidate.spans = {tokens};
        candidate[Feature::Quality] = 0.6;
        candidate[Feature::LabelSimilarity] = 0.5;
        return candidate;
    }

    /// Whether a line says what one of the head says.
    bool isRepeated(const Line &line) const
    {
        const auto words = m_text.textOf(line.tokens);
        for (int l = m_head.lines.first; l < m_head.lines.last; ++l)
            if (m_text.textOf(m_text.lines[l].tokens) == words)
                return true;
        return false;
    }

    std::vector<Row> rowsOf(TableBody &table) const
    {
        std::vector<Row> rows;
        auto &lines = table.lines;
        table.starts = rowStarts(table);
        const auto &isStart = table.starts;
        const auto amount = amountField(table);
        int sinceStart = 0;
        bool afterTotal = false;
        std::vector<int> rowLines;
        std::optional<Candidate> heading;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            auto &line = lines[i];
            if (m_hints.rowsAreResults && isGroupHeading(table, i)) {
                heading = headingValue(line);
                sinceStart = 0;
                afterTotal = false;
                continue;
            }
            if (!rows.empty() && line.typed == 0 && isOtherHead(m_workspace, m_text.lines[line.line]))
                break;
            if (!rows.empty() && line.isHead && !isRepeated(m_text.lines[line.line]))
                break;
            const auto mayFollowTotal = 5 * line.fits >= 4 * table.mostFits && (amount < 0 || line.values[amount]);
            if (isStart[i] && (!afterTotal || mayFollowTotal)) {
                addLeading(table, i);
                rows.push_back({std::move(line.values), line.lines, line.lines.last});
                rowLines.push_back(line.line);
                if (heading)
                    rows.back().values[std::size_t(m_headingField)] = heading;
                if (i > 0 && !isStart[i - 1] && !m_hints.rowsAreResults)
                    beginAbove(table, rows.back(), lines[i - 1]);
                sinceStart = 0;
                afterTotal = false;
                continue;
            }
            // Sums and sentences end a row.
            if ((line.isTotal || (m_hints.rowsAreResults && line.isProse)) && !rows.empty())
                afterTotal = true;
            const auto leads = m_hints.rowsAreResults
                                   ? isLeading(table, i)
                                   : i + 1 < lines.size() && isStart[i + 1] && leadsInto(table, line, lines[i + 1]);
            if (!rows.empty() && !afterTotal && !leads &&
                m_text.lines[line.line].page == m_text.lines[rows.back().lines.first].page) {
                addContinuation(table, rows.back(), line, sinceStart);
                rows.back().lines.last = line.line + 1;
            }
            if (++sinceStart > 14 && !rows.empty())
                break;
        }
        if (!m_hints.totalsAreRows && endInSum(rows, m_fields)) {
            rows.pop_back();
            rowLines.pop_back();
        }
        if (m_hints.rowsAreResults) {
            const auto ofHead = rowsOfHead(m_head, rows);
            rows.erase(rows.begin(), rows.begin() + ofHead);
            rowLines.erase(rowLines.begin(), rowLines.begin() + ofHead);
            spreadMergedCells(table, rowLines, rows);
        }
        while (!m_hints.rowsAreResults && !m_hints.totalsAreRows && rows.size() > 1 &&
               endInTax(rows, m_fields, m_workspace))
            rows.pop_back();
        return rows;
    }

    TableHead m_head;
    HeadLines &m_known;
    const std::vector<FieldSpec> &m_fields;
    const Workspace &m_workspace;
    const Text &m_text;
    const SearchArea &m_area;
    RowHints m_hints;
    int m_headingField = -1;
};

} // namespace

bool RowHints::areTaken(const std::vector<Row> &rows) const
{
    if (!taken || rows.empty())
        return false;
    const auto shared =
        std::ranges::count_if(rows, [this](const Row &row) { return taken->contains(row.lines.first); });
    return 2 * std::size_t(shared) > rows.size();
}

int Row::filled() const
{
    return int(std::ranges::count_if(values, [](const auto &value) { return value.has_value(); }));
}

std::vector<Row> readRows(const TableHead &head, HeadLines &known, const SearchArea &area, const RowHints &hints)
{
    return RowReader(head, known, area, hints).read();
}

} // namespace xs::engine
