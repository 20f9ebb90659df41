// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/periodrows.h"

#include "engine/candidates/values.h"
#include "engine/tables/periodtables.h"
#include "engine/tables/tablecells.h"
#include "engine/text/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr double leastOfName = 0.5;
/// The share of the figures' fields that rows must name.
constexpr double leastNamed = 0.6;
constexpr std::size_t fewestPeriods = 2;

/// "year", "quarter", "Geschäftsjahr": the field that asks which period an entry is for; −1 for none.
int periodField(const std::vector<FieldSpec> &fields)
{
    for (int f = 0; f < int(fields.size()); ++f) {
        const auto &field = fields[f];
        const auto isPlain = field.kind == ValueKind::Integer || field.kind == ValueKind::Number ||
                             field.kind == ValueKind::Text || field.kind == ValueKind::Date;
        const auto &name = field.nameWords;
        if (isPlain && name.size() <= 2 &&
            (field.nameSays("year"_L1) || field.nameSays("period"_L1) || periodOf(name.join(u' ')).span > 0))
            return f;
    }
    return -1;
}

class PeriodRows
{
public:
    PeriodRows(const std::vector<FieldSpec> &fields, int period, const Workspace &workspace)
        : m_fields(fields), m_period(period), m_workspace(workspace), m_text(workspace.text)
    {
    }

    std::vector<Row> read(const PeriodTable &table) const
    {
        const auto lines = linesOf(table);
        std::size_t asked = 0, named = 0;
        for (std::size_t f = 0; f < m_fields.size(); ++f) {
            asked += int(f) != m_period;
            named += lines[f] >= 0;
        }
        if (named == 0 || double(named) < leastNamed * double(asked))
            return {};
        std::vector<Row> rows;
        for (auto c = table.labelColumns(); c < table.columns.size(); ++c)
            if (auto row = rowOf(table, c, lines))
                rows.push_back(std::move(*row));
        return rows.size() >= fewestPeriods ? rows : std::vector<Row>();
    }

private:
    /// The line that names each field, the best; −1 for none and for the period.
    std::vector<int> linesOf(const PeriodTable &table) const
    {
        std::vector<int> lines(m_fields.size(), -1);
        for (std::size_t f = 0; f < m_fields.size(); ++f) {
            double most = leastOfName;
            for (int l = table.rows.first; l < table.rows.last && int(f) != m_period && m_fields[f].isNumeric(); ++l) {
                const auto name = cellsOfLine(m_text, m_text.lines[l], table.columns)[table.nameColumn];
                if (name.isEmpty())
                    continue;
                if (const auto fit = labelSimilarity(m_fields[f], m_workspace.labels.bagOf(name), most); fit > most) {
                    most = fit;
                    lines[f] = l;
                }
            }
        }
        return lines;
    }

    std::optional<Row> rowOf(const PeriodTable &table, std::size_t column, const std::vector<int> &lines) const
    {
        const auto &period = table.periods[column];
        if (period.isChange || (period.years.empty() && period.span == 0) || table.headCells[column].empty())
            return {};
        Row row;
        row.values.resize(m_fields.size());
        row.lines = {table.rows.first, table.rows.first + 1};
        row.values[std::size_t(m_period)] = periodValue(table, column);
        if (!row.values[std::size_t(m_period)])
            return {};
        bool any = false;
        for (std::size_t f = 0; f < m_fields.size(); ++f) {
            if (lines[f] < 0)
                continue;
            const auto cell = cellsOfLine(m_text, m_text.lines[lines[f]], table.columns)[column];
            if (cell.isEmpty())
                continue;
            row.values[f] = readCell(m_fields[f], m_workspace, cell);
            if (row.values[f])
                (*row.values[f])[Feature::LabelSimilarity] = leastOfName;
            any |= row.values[f].has_value();
        }
        return any ? std::optional(std::move(row)) : std::nullopt;
    }

    std::optional<Candidate> periodValue(const PeriodTable &table, std::size_t column) const
    {
        const auto &field = m_fields[std::size_t(m_period)];
        const auto &cell = table.headCells[column].back();
        Candidate candidate;
        candidate.spans = {cell};
        candidate[Feature::Quality] = 0.8;
        candidate[Feature::LabelSimilarity] = leastOfName;
        if (field.isNumeric()) {
            if (table.periods[column].years.empty())
                return {};
            candidate.value = *table.periods[column].years.rbegin();
            return candidate;
        }
        candidate.value = toStd(cleanText(m_text.textOf(cell)));
        return candidate;
    }

    const std::vector<FieldSpec> &m_fields;
    int m_period;
    const Workspace &m_workspace;
    const Text &m_text;
};

} // namespace

std::vector<Row> readPeriodRows(const std::vector<FieldSpec> &fields, const Workspace &workspace,
                                const SearchArea &area)
{
    const auto period = periodField(fields);
    if (period < 0 || std::ranges::none_of(fields, &FieldSpec::isNumeric))
        return {};
    const PeriodRows reader(fields, period, workspace);
    std::vector<Row> best;
    int most = 0;
    for (const auto &table : periodTables(workspace, area)) {
        auto rows = reader.read(table);
        int filled = 0;
        for (const auto &row : rows)
            filled += row.filled();
        if (filled > most) {
            most = filled;
            best = std::move(rows);
        }
    }
    return best;
}

} // namespace xs::engine
