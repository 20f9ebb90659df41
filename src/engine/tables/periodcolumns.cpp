// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/periodcolumns.h"

#include "engine/candidates/values.h"
#include "engine/tables/periodtables.h"
#include "engine/tables/tablecells.h"
#include "engine/text/words.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr double leastSimilarity = 0.6;
constexpr double leastOfName = 0.5;
/// What a column of the right period, or of another one, is worth in log-odds.
constexpr double worthOfPeriod = 1.2;
constexpr double worthOfNamedYear = 2.4;
/// What it costs that a figure is one of those that name a period: "Q3".
constexpr double costOfHead = 3;

class PeriodChooser
{
public:
    explicit PeriodChooser(const FieldSpec &field) : m_field(field)
    {
        QStringList words;
        for (const auto &part : field.field.pointer.split(u'/', Qt::SkipEmptyParts))
            if (part != "properties"_L1)
                words << nameParts(part).join(u' ');
        words << field.field.description;
        auto text = words.join(u' ');
        static const QRegularExpression shortYear(uR"((?<![\w])(?:y|fy|gj)\s?((?:19|20)\d\d)(?!\d))"_s);
        text.replace(shortYear, u" \\1 "_s);
        m_wanted = periodOf(text);
    }

    /// In log-odds. A field that names its year is surely in a column of years.
    double worth() const { return m_wanted.years.empty() ? worthOfPeriod : worthOfNamedYear; }

    /// −1 … 1: how well a column's period is the field's.
    double fit(const PeriodTable &table, std::size_t column) const
    {
        const auto &period = table.periods[column];
        double fit = 0;
        if (m_wanted.span > 0 && period.span > 0)
            fit += m_wanted.span == period.span ? 0.5 : -1;
        if (period.isChange && m_field.kind != ValueKind::Percent && !m_wanted.isChange)
            fit -= 1;
        if (period.years.empty())
            return std::clamp(fit, -1.0, 1.0);
        if (!m_wanted.ends.empty() && !period.ends.empty())
            return std::clamp(fit + (haveCommon(m_wanted.ends, period.ends) ? 0.5 : -1), -1.0, 1.0);
        if (!m_wanted.years.empty())
            return std::clamp(fit + (haveCommon(m_wanted.years, period.years) ? 0.5 : -1), -1.0, 1.0);
        const auto isLatest = period.end() == latestEnd(table, period.span);
        return std::clamp(fit + (isLatest != m_field.isPrior ? 0.5 : -1), -1.0, 1.0);
    }

private:
    static bool haveCommon(const std::set<int> &one, const std::set<int> &other)
    {
        return std::ranges::any_of(one, [&other](int value) { return other.contains(value); });
    }

    static int latestEnd(const PeriodTable &table, int span)
    {
        int latest = 0;
        for (const auto &period : table.periods)
            if (period.span == span)
                latest = std::max(latest, period.end());
        return latest;
    }

    const FieldSpec &m_field;
    Period m_wanted;
};

class PeriodValues
{
public:
    PeriodValues(const Workspace &workspace, const SearchArea &area)
        : m_workspace(workspace), m_area(area), m_tables(periodTables(workspace, area))
    {
    }

    bool isEmpty() const { return m_tables.empty(); }

    void add(const FieldSpec &field, std::vector<Candidate> &list) const
    {
        const PeriodChooser chooser(field);
        for (const auto &table : m_tables) {
            judge(table, chooser, list);
            std::optional<std::size_t> best;
            double most = 0;
            for (std::size_t c = 1; c < table.columns.size(); ++c)
                if (const auto fit = chooser.fit(table, c); fit > most) {
                    most = fit;
                    best = c;
                }
            if (best)
                addRows(field, table, chooser, *best, most, list);
        }
        rank(list);
    }

private:
    /// Values of columns of other periods are less likely.
    void judge(const PeriodTable &table, const PeriodChooser &chooser, std::vector<Candidate> &list) const
    {
        for (auto &candidate : list) {
            const auto &token = m_workspace.text.tokens[candidate.spans.front().first];
            if (token.line >= table.head.first && token.line < table.head.last && !hasDigit(withoutPeriods(token.text)))
                candidate.score -= costOfHead;
            if (token.line < table.rows.first || token.line >= table.rows.last)
                continue;
            const auto labels = table.labelColumns();
            for (std::size_t c = 1; c < table.columns.size(); ++c) {
                if (token.box.center().x() < table.columns[c].left || token.box.center().x() >= table.columns[c].right)
                    continue;
                const auto fit = c < labels || isUnit(table, candidate) ? -1 : chooser.fit(table, c);
                candidate.score += chooser.worth() * std::min(fit, isOfRow(candidate, token) ? 1.0 : 0.0);
            }
        }
    }

    /// Whether a value's label stands in its row beside the name, as a unit does.
    bool isUnit(const PeriodTable &table, const Candidate &candidate) const
    {
        if (candidate.label.isEmpty())
            return false;
        const auto &label = m_workspace.text.tokens[candidate.label.first];
        const auto x = label.box.center().x();
        return label.line >= table.rows.first && label.line < table.rows.last &&
               (x < table.columns[table.nameColumn].left || x >= table.columns[table.nameColumn].right);
    }

    /// Whether a value's label stands in its row and says what the field asks for.
    bool isOfRow(const Candidate &candidate, const Token &value) const
    {
        return !candidate.label.isEmpty() && candidate[Feature::LabelSimilarity] >= leastSimilarity &&
               m_workspace.text.tokens[candidate.label.first].line == value.line;
    }

    void addRows(const FieldSpec &field, const PeriodTable &table, const PeriodChooser &chooser, std::size_t column,
                 double fit, std::vector<Candidate> &list) const
    {
        const auto &text = m_workspace.text;
        for (int l = table.rows.first; l < table.rows.last; ++l) {
            const auto cells = cellsOfLine(text, text.lines[l], table.columns);
            if (cells[column].isEmpty())
                continue;
            const auto &label = cells[table.nameColumn];
            if (label.isEmpty())
                continue;
            const auto similarity = labelSimilarity(field, m_workspace.labels.bagOf(label));
            if (similarity < leastOfName)
                continue;
            auto value = readCell(field, m_workspace, cells[column]);
            if (!value)
                continue;
            value->label = label;
            (*value)[Feature::LabelSimilarity] = similarity;
            (*value)[Feature::LabelEdge] = 1;
            (*value)[Feature::Right] = 1;
            (*value)[Feature::Distance] = 0.1;
            setPlaceFeatures(*value, m_area, text);
            setCommonFeatures(*value, field, text);
            value->score = scoreOf(value->features) + chooser.worth() * fit;
            const auto known = std::ranges::find_if(list, [&value](const Candidate &other) {
                return other.spans.front() == value->spans.front() && other.value == value->value;
            });
            if (known == list.end())
                list.push_back(std::move(*value));
            else if (known->score < value->score)
                *known = std::move(*value);
        }
    }

    const Workspace &m_workspace;
    const SearchArea &m_area;
    std::vector<PeriodTable> m_tables;
};

} // namespace

void addPeriodValues(const std::vector<FieldSpec> &fields, std::size_t asked, const Workspace &workspace,
                     const SearchArea &area, std::vector<std::vector<Candidate>> &candidates)
{
    if (area.segments.isEmpty() || std::none_of(fields.begin(), fields.begin() + std::ptrdiff_t(asked),
                                                [](const FieldSpec &field) { return field.isNumeric(); }))
        return;
    const PeriodValues values(workspace, area);
    if (values.isEmpty())
        return;
    for (std::size_t f = 0; f < asked; ++f)
        if (fields[f].isNumeric())
            values.add(fields[f], candidates[f]);
}

} // namespace xs::engine
