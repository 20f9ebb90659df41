// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/othercolumns.h"

#include "engine/tables/headcells.h"
#include "engine/tables/tablecells.h"
#include "engine/text/words.h"

#include <algorithm>

namespace xs::engine {

namespace {

constexpr double leastFit = 0.6;
constexpr double similarityOfOrder = 0.45;
constexpr double similarityOfShort = 0.6;
constexpr int mostWordsOfCell = 12;
/// Words that a cell of text has on average, at least.
constexpr double fewestWords = 2;

class OtherColumns
{
public:
    OtherColumns(TableHead &head, const std::vector<FieldSpec> &fields, const Workspace &workspace, const Span &body)
        : m_columns(head.columns), m_head(head), m_fields(fields), m_workspace(workspace), m_text(workspace.text),
          m_body(body)
    {
    }

    void name()
    {
        const auto isNamed = [](const Column &column) { return column.field >= 0; };
        if (std::ranges::all_of(m_columns, isNamed))
            return;
        byAbbreviation();
        byOrder();
        byWords();
    }

private:
    bool isFree(int field) const
    {
        return !m_fields[std::size_t(field)].isHeading &&
               std::ranges::none_of(m_columns, [field](const Column &column) { return column.field == field; });
    }

    void byAbbreviation()
    {
        for (std::size_t c = 0; c < m_columns.size(); ++c) {
            const auto word = abbreviationOf(m_columns[c].field < 0 ? onlyWordOf(m_columns[c]) : QString());
            for (int f = 0; !word.letters.isEmpty() && f < int(m_fields.size()); ++f)
                if (isFree(f) && isShortFor(word, m_fields[std::size_t(f)]) && fitOf(c, f) > leastFit) {
                    m_columns[c].field = f;
                    m_columns[c].similarity = similarityOfShort;
                    break;
                }
        }
    }

    /// The head of a column that is one word.
    QString onlyWordOf(const Column &column) const
    {
        QString only;
        if (m_head.lines.isEmpty() || column.head.isNull())
            return only;
        for (int t = m_text.lines[m_head.lines.first].tokens.first; t < m_text.lines[m_head.lines.last - 1].tokens.last;
             ++t) {
            if (!column.head.contains(m_text.tokens[t].box.center()))
                continue;
            if (!only.isEmpty())
                return {};
            only = m_text.tokens[t].text;
        }
        return only;
    }

    /// The first field that is left between those of the columns at both sides and that the cells fit.
    void byOrder()
    {
        for (std::size_t c = 0; c < m_columns.size(); ++c) {
            if (m_columns[c].field >= 0)
                continue;
            int low = -1, high = int(m_fields.size());
            for (std::size_t k = 0; k < c; ++k)
                low = std::max(low, m_columns[k].field);
            for (std::size_t k = c + 1; k < m_columns.size(); ++k)
                if (m_columns[k].field >= 0)
                    high = std::min(high, m_columns[k].field);
            for (int f = low + 1; f < high; ++f) {
                const auto kind = m_fields[std::size_t(f)].kind;
                const auto mayTake = m_columns[c].bag.empty() || c == 0 || kind == ValueKind::Choice ||
                                     (kind == ValueKind::Percent && hasPercents(c));
                if (mayTake && isFree(f) && fitOf(c, f) > leastFit) {
                    m_columns[c].field = f;
                    m_columns[c].similarity = similarityOfOrder;
                    break;
                }
            }
        }
    }

    /// One text that is left and one column of words that is left are each other's, whatever its head says.
    void byWords()
    {
        int field = -1, column = -1;
        for (int f = 0; f < int(m_fields.size()); ++f) {
            if (m_fields[std::size_t(f)].kind != ValueKind::Text || m_fields[std::size_t(f)].secondLine || !isFree(f))
                continue;
            if (field >= 0)
                return;
            field = f;
        }
        for (std::size_t c = 0; field >= 0 && c < m_columns.size(); ++c) {
            if (m_columns[c].field >= 0 || !isWordy(c))
                continue;
            if (column >= 0)
                return;
            column = int(c);
        }
        // Where a head names some text, the one that is left may stand nowhere.
        const auto hasText = std::ranges::any_of(m_columns, [this](const Column &c) {
            return c.field >= 0 && c.similarity > similarityOfOrder &&
                   m_fields[std::size_t(c.field)].kind == ValueKind::Text;
        });
        if (field < 0 || column < 0 || hasText)
            return;
        m_columns[std::size_t(column)].field = field;
        m_columns[std::size_t(column)].similarity = similarityOfOrder;
    }

    bool isWordy(std::size_t column) const
    {
        int cells = 0, words = 0;
        for (const auto &cell : cellsOf(column)) {
            ++cells;
            words += lettersIn(m_text.textOf(cell)) > 0 ? cell.size() : 0;
        }
        return cells > 1 && words >= fewestWords * cells;
    }

    /// Whether a column's cells are percentages by their sign, whatever its head says.
    bool hasPercents(std::size_t column) const
    {
        int cells = 0, percents = 0;
        for (int l = m_body.first; l < m_body.last; ++l) {
            const auto cell = cellsOfLine(m_text, m_text.lines[l], m_columns)[column];
            cells += !cell.isEmpty();
            percents += !cell.isEmpty() && m_text.textOf(cell).trimmed().endsWith(u'%');
        }
        return percents > 0 && 3 * percents >= 2 * cells;
    }

    /// The share of a column's cells that fit a field.
    double fitOf(std::size_t column, int field) const
    {
        const auto &wanted = m_fields[std::size_t(field)];
        int cells = 0, fitting = 0;
        for (const auto &cell : cellsOf(column)) {
            ++cells;
            fitting += readCell(wanted, m_workspace, cell) &&
                       (wanted.isNumeric() || wanted.kind != ValueKind::Text || cell.size() <= mostWordsOfCell);
        }
        return cells > 0 ? double(fitting) / cells : 0;
    }

    std::vector<Span> cellsOf(std::size_t column) const
    {
        std::vector<Span> cells;
        for (int l = m_body.first; l < m_body.last; ++l)
            if (m_text.lines[l].segments.size() >= 2)
                if (const auto cell = cellsOfLine(m_text, m_text.lines[l], m_columns)[column]; !cell.isEmpty())
                    cells.push_back(cell);
        return cells;
    }

    std::vector<Column> &m_columns;
    const TableHead &m_head;
    const std::vector<FieldSpec> &m_fields;
    const Workspace &m_workspace;
    const Text &m_text;
    Span m_body;
};

} // namespace

void nameOtherColumns(TableHead &head, const std::vector<FieldSpec> &fields, const Workspace &workspace,
                      const Span &body)
{
    OtherColumns(head, fields, workspace, body).name();
}

} // namespace xs::engine
