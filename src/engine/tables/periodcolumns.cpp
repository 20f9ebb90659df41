// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/periodcolumns.h"

#include "engine/candidates/values.h"
#include "engine/tables/tablecells.h"
#include "engine/tables/tablegrid.h"
#include "engine/text/data.h"
#include "engine/text/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr double leastSimilarity = 0.6;
/// What a column of the right period, or of another one, is worth in log-odds.
constexpr double worthOfPeriod = 1.2;
constexpr int fewestRows = 2;
constexpr int mostRowsOfHead = 8;
constexpr int mostWordsOfHeadCell = 7;
/// In heights of the words.
constexpr double farthestHeadCell = 5;

struct Period
{
    std::set<int> years;
    /// In months; 0 when nothing is said.
    int span = 0;
    bool isChange = false;
};

const std::vector<std::pair<QString, int>> &spanWords()
{
    static const auto words = [] {
        std::vector<std::pair<QString, int>> result;
        for (const auto &[months, list] : member(engineData("prose"), "spans").items())
            for (const auto &word : list)
                result.emplace_back(fold(toQString(word)), QString::fromStdString(months).toInt());
        return result;
    }();
    return words;
}

bool saysChange(const QString &folded)
{
    static const auto words = [] {
        QStringList result;
        for (const auto &word : member(engineData("prose"), "changes"))
            result << fold(toQString(word));
        return result;
    }();
    return std::ranges::any_of(words, [&folded](const QString &word) { return folded.contains(word); });
}

Period periodOf(const QString &text)
{
    static const QRegularExpression year(uR"((?<!\d)(?:19|20)\d\d(?!\d))"_s);
    Period period;
    const auto folded = fold(text);
    auto matches = year.globalMatch(folded);
    while (matches.hasNext())
        period.years.insert(matches.next().captured().toInt());
    qsizetype longest = 0;
    for (const auto &[words, months] : spanWords())
        if (words.size() > longest && folded.contains(words)) {
            longest = words.size();
            period.span = months;
        }
    period.isChange = saysChange(folded) || folded.contains(u'%');
    return period;
}

/// A table with rows by name and at least two columns of figures.
struct PeriodTable
{
    std::vector<Column> columns;
    std::vector<Period> periods;
    Span rows;
};

bool isOnlyYears(const Workspace &workspace, const Line &line)
{
    const auto numbers = workspace.occurrences.in(line.tokens, ValueKind::Number);
    return std::ranges::all_of(numbers, [](const Occurrence &o) {
        return o.decimals == 0 && ((o.number >= 1900 && o.number <= 2100) || (o.number > 0 && o.number <= 31));
    });
}

class TableReader
{
public:
    explicit TableReader(const Workspace &workspace) : m_workspace(workspace), m_text(workspace.text) {}

    std::optional<PeriodTable> read(const Grid &grid) const
    {
        PeriodTable table;
        for (int c = 0; c < grid.columns(); ++c) {
            Column column;
            column.left = grid.edges[std::size_t(c)];
            column.right = grid.edges[std::size_t(c) + 1];
            table.columns.push_back(column);
        }
        int first = grid.body.first;
        while (first < grid.body.last && first - grid.body.first < mostRowsOfHead &&
               isOnlyYears(m_workspace, m_text.lines[first]) &&
               (first + 1 < grid.body.last && m_text.lines[first].segments.size() >= 1))
            ++first;
        // The first rows may have been taken for a head.
        for (int l = grid.above.first; l < first; ++l)
            if (!isOnlyYears(m_workspace, m_text.lines[l]) && m_text.lines[l].segments.size() >= 2 &&
                !hasProse(m_text.lines[l]))
                first = l;
        table.rows = {first, grid.body.last};
        if (table.rows.size() < fewestRows)
            return {};
        const auto head = headLines({grid.above.first, first}, grid.body.first);
        placeCells(table);
        bool any = false;
        for (const auto &column : table.columns) {
            table.periods.push_back(periodOf(headText(head, column, table.columns.front().right)));
            any |= !table.periods.back().years.empty() || table.periods.back().span > 0;
        }
        return any ? std::optional(table) : std::nullopt;
    }

private:
    void placeCells(PeriodTable &table) const
    {
        for (int l = table.rows.first; l < table.rows.last; ++l) {
            const auto cells = cellsOfLine(m_text, m_text.lines[l], table.columns);
            for (std::size_t c = 0; c < cells.size(); ++c)
                if (!cells[c].isEmpty() && m_text.lines[l].segments.size() > 1)
                    table.columns[c].head = table.columns[c].head.isNull()
                                                ? m_text.boxOf(cells[c])
                                                : table.columns[c].head.united(m_text.boxOf(cells[c]));
        }
    }

    bool hasProse(const Line &line) const
    {
        return std::any_of(m_text.segments.begin() + line.segments.first, m_text.segments.begin() + line.segments.last,
                           [](const Segment &segment) { return segment.tokens.size() > mostWordsOfHeadCell; });
    }

    /// The lines of a head from the lowest up to one that is running text.
    Span headLines(const Span &lines, int firstSure) const
    {
        Span head{lines.last, lines.last};
        while (head.first > lines.first) {
            const auto &line = m_text.lines[head.first - 1];
            const auto isProse =
                std::any_of(m_text.segments.begin() + line.segments.first, m_text.segments.begin() + line.segments.last,
                            [](const Segment &segment) { return segment.tokens.size() > mostWordsOfHeadCell; });
            if (head.first <= firstSure && isProse)
                break;
            --head.first;
        }
        return head;
    }

    /// What stands over a column: of every line the nearest cell, since cells over several columns are no wider than
    /// their words.
    QString headText(const Span &lines, const Column &column, double labelsEnd) const
    {
        QStringList words;
        for (int l = lines.first; l < lines.last; ++l) {
            const Segment *nearest = nullptr;
            double least = farthestHeadCell * m_text.lines[l].wordHeight;
            for (int s = m_text.lines[l].segments.first; s < m_text.lines[l].segments.last; ++s) {
                const auto &segment = m_text.segments[s];
                const auto distance =
                    std::max(segment.box.left() - column.head.right(), column.head.left() - segment.box.right());
                const auto isWide = segment.box.width() > 0.7 * m_text.page(segment.page).size.width();
                if (segment.box.right() > labelsEnd && !isWide && distance < least) {
                    least = distance;
                    nearest = &segment;
                }
            }
            if (nearest)
                words << m_text.textOf(nearest->tokens);
        }
        return words.join(u' ');
    }

    const Workspace &m_workspace;
    const Text &m_text;
};

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
        if (!m_wanted.years.empty()) {
            const auto same =
                std::ranges::any_of(m_wanted.years, [&period](int y) { return period.years.contains(y); });
            return std::clamp(fit + (same ? 0.5 : -1), -1.0, 1.0);
        }
        const auto latest = latestYear(table, period.span);
        const auto isLatest = period.years.contains(latest);
        return std::clamp(fit + (isLatest != m_field.isPrior ? 0.5 : -1), -1.0, 1.0);
    }

private:
    static int latestYear(const PeriodTable &table, int span)
    {
        int latest = 0;
        for (const auto &period : table.periods)
            if (!period.years.empty() && period.span == span)
                latest = std::max(latest, *period.years.rbegin());
        return latest;
    }

    const FieldSpec &m_field;
    Period m_wanted;
};

class PeriodValues
{
public:
    PeriodValues(const Workspace &workspace, const SearchArea &area) : m_workspace(workspace), m_area(area)
    {
        const TableReader reader(workspace);
        for (const auto &grid : findGrids(workspace.text, area.segments))
            if (grid.columns() >= 2)
                if (auto table = reader.read(grid))
                    m_tables.push_back(std::move(*table));
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
                addRows(field, table, *best, most, list);
        }
        rank(list);
    }

private:
    /// Values of columns of other periods are less likely.
    void judge(const PeriodTable &table, const PeriodChooser &chooser, std::vector<Candidate> &list) const
    {
        for (auto &candidate : list) {
            const auto &token = m_workspace.text.tokens[candidate.spans.front().first];
            if (token.line < table.rows.first || token.line >= table.rows.last)
                continue;
            for (std::size_t c = 1; c < table.columns.size(); ++c)
                if (token.box.center().x() >= table.columns[c].left && token.box.center().x() < table.columns[c].right)
                    candidate.score +=
                        worthOfPeriod * std::min(chooser.fit(table, c), isOfRow(candidate, token) ? 1.0 : 0.0);
        }
    }

    /// Whether a value's label stands in its row and says what the field asks for.
    bool isOfRow(const Candidate &candidate, const Token &value) const
    {
        return !candidate.label.isEmpty() && candidate[Feature::LabelSimilarity] >= leastSimilarity &&
               m_workspace.text.tokens[candidate.label.first].line == value.line;
    }

    void addRows(const FieldSpec &field, const PeriodTable &table, std::size_t column, double fit,
                 std::vector<Candidate> &list) const
    {
        const auto &text = m_workspace.text;
        for (int l = table.rows.first; l < table.rows.last; ++l) {
            const auto cells = cellsOfLine(text, text.lines[l], table.columns);
            if (cells.front().isEmpty())
                continue;
            const auto bag = m_workspace.labels.bagOf(cells.front());
            if (cells[column].isEmpty())
                continue;
            const auto similarity = labelSimilarity(field, bag);
            if (similarity < leastSimilarity)
                continue;
            auto value = readCell(field, m_workspace, cells[column]);
            if (!value)
                continue;
            const auto known = std::ranges::any_of(list, [&value](const Candidate &other) {
                return other.spans.front() == value->spans.front() && other.value == value->value;
            });
            if (known)
                continue;
            value->label = cells.front();
            (*value)[Feature::LabelSimilarity] = similarity;
            (*value)[Feature::LabelEdge] = 1;
            (*value)[Feature::Right] = 1;
            (*value)[Feature::Distance] = 0.1;
            setPlaceFeatures(*value, m_area, text);
            setCommonFeatures(*value, field, text);
            value->score = scoreOf(value->features) + worthOfPeriod * fit;
            list.push_back(std::move(*value));
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
