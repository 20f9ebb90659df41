// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/rows.h"

#include "engine/cellparts.h"
#include "engine/columnroles.h"
#include "engine/rowsections.h"
#include "engine/tablecells.h"
#include "engine/values.h"
#include "engine/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr double widestRowGap = 9;
/// A line of prose is one run of words that columns cut into pieces.
constexpr int fewestWordsOfProse = 8;
constexpr int fewestPiecesOfProse = 3;
/// The share of the best supported line's support that a row's figures need from those of other rows.
constexpr double leastSupport = 0.34;
/// How much of a text's height must stand beside the figures of the row that it leads into.
constexpr double leastBeside = 0.15;
/// Lines before and behind one that its figures are compared with.
constexpr std::size_t mostCompared = 30;
constexpr int mostWordsOfHeading = 10;
constexpr qsizetype lettersOfStem = 5;

/// One line below the head: the words in each column, and what they give for the columns' fields.
struct BodyLine
{
    int line = 0;
    std::vector<Span> cells;
    std::vector<std::optional<Candidate>> values;
    int fits = 0;
    int typed = 0;
    bool isTotal = false;
    bool isProse = false;
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
        if (!m_head.isPlaced) {
            placeColumns(m_head, m_text, probe(body));
            nameOthers(probe(body));
            assignByFigures(m_head, m_fields, m_workspace, probe(body));
        }
        m_second = secondLineField();
        m_headingField = headingField();
        m_noteField = noteField();
        findMark();
        auto lines = readLines(body);
        for (const auto &next : m_text.pages) {
            if (next.number <= m_head.page || next.lines.first >= areaEnd || lines.empty())
                continue;
            auto more = readLines(continuation(next));
            if (std::ranges::none_of(more, [this](const BodyLine &line) { return isAnchor(line); }))
                break;
            std::ranges::move(more, std::back_inserter(lines));
        }
        auto rows = rowsOf(lines);
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
                if (isFree(f) && !m_fields[f].isHeading &&
                    (columns[c].bag.empty() || c == 0 || m_fields[f].kind == ValueKind::Choice) &&
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
        if (const auto below = behindSameHead(lines); !below.isEmpty())
            return below;
        for (int l = lines.first; size > 0 && l + size <= lines.last; ++l) {
            const auto head = headOf(m_fields, m_workspace, {l, l + size});
            if (head && head->score > 0.75 * m_head.score)
                return {l + size, lines.last};
        }
        return lines;
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

    std::vector<BodyLine> readLines(const Span &lines)
    {
        std::vector<BodyLine> result;
        double bottom = 0;
        for (int l = lines.first; l < lines.last; ++l) {
            const auto &line = m_text.lines[l];
            const auto gap = (line.box.top() - bottom) / std::max(1.0, line.wordHeight);
            if (bottom > 0 && gap > widestRowGap)
                break;
            if (isBeside(line))
                continue;
            bottom = line.box.bottom();
            result.push_back(readLine(l));
        }
        return result;
    }

    /// Notes in the margin are no part of the table.
    bool isBeside(const Line &line) const
    {
        const auto slack = 2 * line.wordHeight;
        return line.box.right() < m_head.columns.front().head.left() - slack ||
               line.box.left() > m_head.columns.back().head.right() + slack;
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
            if (!m_head.columns[c].together.empty()) {
                readTogether(m_head.columns[c], result.cells[c], result);
                continue;
            }
            auto value = readCell(m_fields[f], m_workspace, result.cells[c]);
            if (!value)
                continue;
            take(result, f, std::move(*value), m_head.columns[c].similarity);
        }
        addNote(result);
        addMark(result);
        const auto pieces = std::ranges::count_if(result.cells, [](const Span &cell) { return !cell.isEmpty(); });
        result.isProse = m_text.lines[l].segments.size() == 1 && pieces >= fewestPiecesOfProse &&
                         m_text.lines[l].tokens.size() >= fewestWordsOfProse && isMostlyWords(m_text.lines[l].tokens);
        result.isTotal =
            !m_hints.totalsAreRows && (isTotalLine(m_workspace, m_text.lines[l]) ||
                                       endsInTotal(m_workspace, m_text.lines[l], m_head.columns.back().head.right()));
        m_mostFits = std::max(m_mostFits, result.isTotal ? 0 : result.fits);
        m_mostTyped = std::max(m_mostTyped, result.isTotal ? 0 : result.typed);
        return result;
    }

    void take(BodyLine &line, int field, Candidate value, double similarity) const
    {
        value[Feature::LabelSimilarity] = similarity;
        ++line.fits;
        line.typed += m_fields[field].isNumeric() || m_fields[field].kind == ValueKind::Date ||
                      m_fields[field].kind == ValueKind::Choice;
        line.values[field] = std::move(value);
    }

    /// A cell with the values of several fields.
    void readTogether(const Column &column, const Span &cell, BodyLine &line) const
    {
        std::vector<const FieldSpec *> fields;
        for (const auto f : column.together)
            fields.push_back(&m_fields[f]);
        auto parts = cellParts(fields, m_workspace, cell);
        for (std::size_t k = 0; k < parts.size(); ++k)
            if (parts[k])
                take(line, column.together[k], std::move(*parts[k]), column.similarity);
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

    /// The field that asks for the mark of a note, which no column has.
    int noteField() const
    {
        for (int f = 0; f < int(m_fields.size()); ++f)
            if (m_fields[f].nameSays("footnote"_L1) &&
                std::ranges::none_of(m_head.columns, [f](const Column &c) { return c.field == f; }))
                return f;
        return -1;
    }

    /// The truth that a mark in the row tells ("marked with an asterisk", "marked as an estimate" where a note says
    /// "(e) estimate"), and the mark.
    void findMark()
    {
        for (int f = 0; f < int(m_fields.size()) && m_markField < 0; ++f) {
            const auto &field = m_fields[f];
            const auto hasColumn = std::ranges::any_of(m_head.columns, [f](const Column &c) { return c.field == f; });
            if (field.kind != ValueKind::Boolean || hasColumn || !m_hints.rowsAreResults)
                continue;
            static const QRegularExpression star(
                uR"(\b(?:asterisk|star|sternchen|astérisque|asterisco|sterretje)\b|\*)"_s,
                QRegularExpression::CaseInsensitiveOption);
            m_mark = star.match(field.field.description).hasMatch() ? u"*"_s : noteMark(field);
            m_markField = m_mark.isEmpty() ? -1 : f;
        }
    }

    /// The mark before the words of a note that say what the field asks for.
    QString noteMark(const FieldSpec &field) const
    {
        static const QRegularExpression mark(uR"(^(?:\(\w{1,2}\)|[*†‡#]+)$)"_s);
        for (std::size_t t = 0; t + 1 < m_text.tokens.size(); ++t)
            if (mark.match(m_text.tokens[t].text).hasMatch() && m_text.tokens[t + 1].line == m_text.tokens[t].line) {
                const auto said = key(m_text.tokens[t + 1].text).left(lettersOfStem);
                const auto named = std::ranges::any_of(nameParts(field.field.name), [&said](const QString &part) {
                    return said.size() == lettersOfStem && key(part).startsWith(said);
                });
                if (named)
                    return m_text.tokens[t].text;
            }
        return {};
    }

    void addMark(BodyLine &line) const
    {
        if (m_markField < 0 || line.fits == 0)
            return;
        Candidate candidate;
        candidate.value = false;
        const auto &tokens = m_text.lines[line.line].tokens;
        candidate.spans = {{tokens.first, tokens.first + 1}};
        for (int t = tokens.first; t < tokens.last; ++t)
            if (m_text.tokens[t].text == m_mark || (m_mark == u"*"_s && m_text.tokens[t].text.endsWith(u'*'))) {
                candidate.value = true;
                candidate.spans = {{t, t + 1}};
            }
        candidate[Feature::Quality] = 0.8;
        candidate[Feature::LabelSimilarity] = 0.6;
        line.values[std::size_t(m_markField)] = std::move(candidate);
    }

    void addNote(BodyLine &line) const
    {
        if (m_noteField < 0)
            return;
        for (const auto &cell : line.cells) {
            if (cell.size() < 2 || !m_text.isFootnoteMark(cell.last - 1))
                continue;
            Candidate candidate;
            candidate.value = toStd(m_text.tokens[cell.last - 1].text);
            candidate.spans = {{cell.last - 1, cell.last}};
            candidate[Feature::Quality] = 0.7;
            candidate[Feature::LabelSimilarity] = 0.5;
            line.values[std::size_t(m_noteField)] = std::move(candidate);
            return;
        }
    }

    /// A line with one cell that begins a group of rows: it stands further left than the names of rows, apart from what
    /// is above, or in capitals.
    bool isGroupHeading(const std::vector<BodyLine> &lines, const std::vector<bool> &isRow, std::size_t at) const
    {
        const auto &line = m_text.lines[lines[at].line];
        if (isRow[at] || lines[at].isTotal || line.segments.size() != 1 || line.tokens.size() > mostWordsOfHeading ||
            line.tokens.isEmpty())
            return false;
        auto next = at + 1;
        while (next < lines.size() && !isRow[next] && next <= at + 2)
            ++next;
        if (next >= lines.size() || !isRow[next])
            return false;
        const auto &row = m_text.lines[lines[next].line];
        if (row.page != line.page)
            return false;
        const auto words = m_text.textOf(line.tokens);
        if (std::ranges::none_of(words, [](QChar c) { return c.isLetter(); }) || words.endsWith(u'.'))
            return false;
        const auto height = std::max(1.0, line.wordHeight);
        const auto outdented = line.box.left() < row.box.left() - 0.5 * height;
        const auto shouts =
            words == words.toUpper() && m_text.textOf(row.tokens) != m_text.textOf(row.tokens).toUpper();
        const auto isFirst = at == 0 || (at > 0 && lines[at - 1].isTotal);
        const auto gap = at > 0 ? line.box.top() - m_text.lines[lines[at - 1].line].box.bottom() : 1e6;
        const auto below = row.box.top() - line.box.bottom();
        const auto apart = gap > below + 0.35 * height;
        return outdented || shouts || isFirst || apart;
    }

    std::optional<Candidate> headingValue(const BodyLine &line) const
    {
        if (m_headingField < 0)
            return {};
        const auto &tokens = m_text.lines[line.line].tokens;
        if (m_fields[m_headingField].kind == ValueKind::Choice)
            return readCell(m_fields[m_headingField], m_workspace, tokens);
        Candidate candidate;
        candidate.value = toStd(cleanText(m_text.textOf(tokens)));
        candidate.spans = {tokens};
        candidate[Feature::Quality] = 0.6;
        candidate[Feature::LabelSimilarity] = 0.5;
        return candidate;
    }

    bool isMostlyWords(const Span &tokens) const
    {
        const auto words = std::count_if(m_text.tokens.begin() + tokens.first, m_text.tokens.begin() + tokens.last,
                                         [](const Token &token) { return token.text[0].isLetter(); });
        return 3 * words >= 2 * tokens.size();
    }

    bool isAnchor(const BodyLine &line) const
    {
        if (line.isTotal || line.isProse || line.fits == 0)
            return false;
        if (m_mostTyped > 0 && line.typed == 0)
            return line.fits >= 2 && 2 * line.fits > m_mostFits;
        if (m_mostTyped >= 2 && 2 * line.typed < m_mostTyped)
            return 3 * line.fits >= 2 * m_mostFits;
        return 2 * line.fits >= m_mostFits;
    }

    /// Whether most figures of a line stand below or above those of another.
    bool areAligned(const BodyLine &one, const BodyLine &other) const
    {
        int figures = 0, aligned = 0;
        for (std::size_t f = 0; f < m_fields.size(); ++f) {
            if (!one.values[f] || !other.values[f] || !m_fields[f].isNumeric())
                continue;
            const auto here = m_text.boxOf(one.values[f]->spans.front());
            const auto there = m_text.boxOf(other.values[f]->spans.front());
            const auto close = 1.3 * std::max(here.height(), there.height());
            ++figures;
            aligned += std::abs(here.right() - there.right()) < close || std::abs(here.left() - there.left()) < close ||
                       std::abs(here.center().x() - there.center().x()) < close;
        }
        return 2 * aligned >= figures;
    }

    /// The lines that may start a row and whose figures stand where most other rows have theirs.
    std::vector<bool> anchors(const std::vector<BodyLine> &lines) const
    {
        std::vector<std::size_t> possible;
        const auto amount = amountField(lines);
        // Notes below a row have figures too, but no amount; a line that is nearly full may lack it.
        for (std::size_t i = 0; i < lines.size(); ++i)
            if (isAnchor(lines[i]) && (amount < 0 || lines[i].values[amount] || 4 * lines[i].fits >= 3 * m_mostFits))
                possible.push_back(i);
        std::vector<int> support(possible.size(), 0);
        const auto reach = std::ptrdiff_t(mostCompared);
        for (std::size_t i = 0; i < possible.size(); ++i)
            for (std::size_t k = i > mostCompared ? i - mostCompared : 0;
                 k < possible.size() && std::ptrdiff_t(k) <= std::ptrdiff_t(i) + reach; ++k)
                support[i] += k != i && areAligned(lines[possible[i]], lines[possible[k]]) ? 1 : 0;
        const auto most = support.empty() ? 0 : *std::ranges::max_element(support);
        std::vector<bool> result(lines.size(), false);
        for (std::size_t i = 0; i < possible.size(); ++i)
            result[possible[i]] = double(support[i]) >= leastSupport * most;
        return result;
    }

    /// The head of another table ends this one: only words, and most of them label something.
    bool isOtherHead(const Line &line) const
    {
        if (line.segments.size() < 3)
            return false;
        int labels = 0;
        for (int s = line.segments.first; s < line.segments.last; ++s)
            labels += m_workspace.labels.looksLikeLabel(m_text.segments[s].tokens);
        if (labels == line.segments.size())
            return true;
        const auto hasDigits = std::any_of(
            m_text.tokens.begin() + line.tokens.first, m_text.tokens.begin() + line.tokens.last,
            [](const Token &token) { return std::ranges::any_of(token.text, [](QChar c) { return c.isDigit(); }); });
        return line.segments.size() >= 4 && !hasDigits && 2 * labels >= line.segments.size();
    }

    /// The column of the amounts: the rightmost one of money that every full row fills; −1 when there is none.
    int amountField(const std::vector<BodyLine> &lines) const
    {
        for (auto column = m_head.columns.rbegin(); column != m_head.columns.rend(); ++column) {
            if (column->field < 0 || m_fields[column->field].kind != ValueKind::Money)
                continue;
            int full = 0, filled = 0;
            for (const auto &line : lines) {
                if (!isAnchor(line) || 10 * line.fits < 9 * m_mostFits)
                    continue;
                ++full;
                filled += line.values[column->field].has_value();
            }
            return full > 0 && filled == full ? column->field : -1;
        }
        return -1;
    }

    std::vector<Row> rowsOf(std::vector<BodyLine> &lines)
    {
        std::vector<Row> rows;
        const auto isRow = anchors(lines);
        int sinceAnchor = 0;
        bool afterTotal = false;
        std::optional<Candidate> heading;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            auto &line = lines[i];
            if (m_hints.rowsAreResults && isGroupHeading(lines, isRow, i)) {
                heading = headingValue(line);
                sinceAnchor = 0;
                afterTotal = false;
                continue;
            }
            if (!rows.empty() && line.typed == 0 && isOtherHead(m_text.lines[line.line]))
                break;
            if (isRow[i] && (!afterTotal || 5 * line.fits >= 4 * m_mostFits)) {
                addLeading(lines, isRow, i);
                rows.push_back({std::move(line.values), {line.line, line.line + 1}, line.line + 1});
                if (heading)
                    rows.back().values[std::size_t(m_headingField)] = heading;
                if (i > 0 && !isRow[i - 1] && !m_hints.rowsAreResults)
                    beginAbove(rows.back(), lines[i - 1]);
                sinceAnchor = 0;
                afterTotal = false;
                continue;
            }
            if (line.isTotal && !rows.empty())
                afterTotal = true;
            const auto leads = m_hints.rowsAreResults
                                   ? isLeading(lines, isRow, i)
                                   : i + 1 < lines.size() && isRow[i + 1] && leadsInto(line, lines[i + 1]);
            if (!rows.empty() && !afterTotal && !leads &&
                m_text.lines[line.line].page == m_text.lines[rows.back().lines.first].page) {
                addContinuation(rows.back(), line, sinceAnchor);
                rows.back().lines.last = line.line + 1;
            }
            if (++sinceAnchor > 14 && !rows.empty())
                break;
        }
        if (!m_hints.totalsAreRows && isSum(rows))
            rows.pop_back();
        return rows;
    }

    /// Cells are set in the middle of a text of several lines: the text's first line stands higher than the figures,
    /// and yet beside them.
    bool leadsInto(const BodyLine &line, const BodyLine &row) const
    {
        if (line.typed > 0 || line.isTotal || m_text.lines[line.line].page != m_text.lines[row.line].page)
            return false;
        for (std::size_t c = 0; c < m_head.columns.size(); ++c) {
            const auto f = m_head.columns[c].field;
            if (f < 0 || m_fields[f].kind != ValueKind::Text || line.cells[c].isEmpty())
                continue;
            const auto text = m_text.boxOf(line.cells[c]);
            return std::ranges::any_of(row.values, [&](const std::optional<Candidate> &value) {
                return value && value->value.is_number() &&
                       text.bottom() - m_text.boxOf(value->spans.front()).top() > leastBeside * text.height();
            });
        }
        return false;
    }

    /// Takes in the first lines of texts that lead into a row; what stands in the row itself is their second line.
    void beginAbove(Row &row, const BodyLine &above)
    {
        BodyLine here;
        here.line = row.lines.first;
        here.values = row.values;
        if (!leadsInto(above, here))
            return;
        for (std::size_t c = 0; c < m_head.columns.size(); ++c) {
            const auto f = m_head.columns[c].field;
            if (f < 0 || m_fields[f].kind != ValueKind::Text || above.cells[c].isEmpty() || !above.values[f])
                continue;
            auto second = std::exchange(row.values[f], above.values[f]);
            if (!second)
                continue;
            if (m_second >= 0 && !row.values[m_second]) {
                row.values[m_second] = std::move(second);
            } else if (!m_fields[f].firstLine && second->value.is_string()) {
                auto &value = *row.values[f];
                value.value = toStd(toQString(value.value) + u' ' + toQString(second->value));
                value.spans.insert(value.spans.end(), second->spans.begin(), second->spans.end());
            }
        }
        row.lines.first = above.line;
    }

    /// Whether the last row adds up those above it, in two columns at least.
    bool isSum(const std::vector<Row> &rows) const
    {
        if (rows.size() < 3)
            return false;
        int sums = 0;
        for (std::size_t f = 0; f < m_fields.size(); ++f) {
            const auto &last = rows.back().values[f];
            if (!last || !last->value.is_number() || m_fields[f].kind == ValueKind::Percent)
                continue;
            double sum = 0;
            for (std::size_t r = 0; r + 1 < rows.size(); ++r)
                if (const auto &value = rows[r].values[f]; value && value->value.is_number())
                    sum += value->value.get<double>();
            const auto total = last->value.get<double>();
            sums += total != 0 && std::abs(total - sum) < 0.011;
        }
        return sums >= 2;
    }

    /// Whether a line with texts only stands closer to the row below it than to what is above: cells whose words are in
    /// the middle of their row begin above its figures.
    bool isLeading(const std::vector<BodyLine> &lines, const std::vector<bool> &isRow, std::size_t at) const
    {
        if (!m_hints.rowsAreResults || isRow[at] || lines[at].typed > 0 || lines[at].isTotal ||
            at + 1 >= lines.size() || !(isRow[at + 1] || isLeading(lines, isRow, at + 1)) ||
            isGroupHeading(lines, isRow, at))
            return false;
        const auto &line = m_text.lines[lines[at].line], &below = m_text.lines[lines[at + 1].line];
        const auto above = at > 0 ? m_text.lines[lines[at - 1].line].box.bottom()
                                  : m_text.lines[m_head.lines.last - (m_head.lines.isEmpty() ? 0 : 1)].box.bottom();
        return line.page == below.page &&
               below.box.top() - line.box.bottom() + 0.25 * line.wordHeight < line.box.top() - above;
    }

    /// Puts the texts of the lines that lead to a row before its own.
    void addLeading(std::vector<BodyLine> &lines, const std::vector<bool> &isRow, std::size_t at) const
    {
        for (auto k = at; k > 0 && isLeading(lines, isRow, k - 1); --k)
            for (std::size_t c = 0; c < m_head.columns.size(); ++c) {
                const auto f = m_head.columns[c].field;
                const auto &cell = lines[k - 1].cells[c];
                if (f < 0 || cell.isEmpty() || m_fields[f].kind != ValueKind::Text ||
                    !m_head.columns[c].together.empty())
                    continue;
                auto &value = lines[at].values[f];
                const auto words = cleanText(m_text.textOf(cell));
                if (value && value->value.is_string()) {
                    value->value = toStd(words + u' ' + toQString(value->value));
                    value->spans.insert(value->spans.begin(), cell);
                } else if (!value) {
                    value = readCell(m_fields[f], m_workspace, cell);
                    if (value)
                        (*value)[Feature::LabelSimilarity] = m_head.columns[c].similarity;
                }
            }
    }

    /// A line below a row's first line: its texts go on with those of the row when they are close and label nothing.
    void addContinuation(Row &row, const BodyLine &line, int distance)
    {
        if (distance <= 1 && !m_head.lower.empty()) {
            addSecondLine(row, m_text.lines[line.line]);
            return;
        }
        const auto &above = m_text.lines[row.lines.last - 1];
        const auto &here = m_text.lines[line.line];
        const auto gap = (here.box.top() - above.box.bottom()) / std::max(1.0, here.wordHeight);
        if (gap > 1.0 || distance > 3 || line.typed > 1)
            return;
        if (distance == 0 && takeSecondLine(row, line))
            return;
        for (std::size_t c = 0; c < m_head.columns.size(); ++c) {
            const auto f = m_head.columns[c].field;
            if (f >= 0 && !row.values[f] && line.values[f] && distance == 0) {
                row.values[f] = line.values[f];
                row.close = line.line + 1;
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
            row.close = line.line + 1;
        }
    }

    /// The line below a row's text, for the field that asks for it.
    bool takeSecondLine(Row &row, const BodyLine &line)
    {
        if (m_second < 0 || row.values[m_second] || line.isTotal)
            return false;
        for (std::size_t c = 0; c < m_head.columns.size(); ++c) {
            const auto f = m_head.columns[c].field;
            if (f < 0 || m_fields[f].isNumeric() || !row.values[f] || line.cells[c].isEmpty())
                continue;
            auto value = readCell(m_fields[m_second], m_workspace, line.cells[c]);
            if (!value)
                continue;
            (*value)[Feature::LabelSimilarity] = m_head.columns[c].similarity;
            row.values[m_second] = std::move(value);
            row.close = line.line + 1;
            return true;
        }
        return false;
    }

    /// The second line of a row under the second line of the head.
    void addSecondLine(Row &row, const Line &line)
    {
        const auto slack = 0.7 * line.wordHeight;
        for (std::size_t c = 0; c < m_head.lower.size(); ++c) {
            const auto &column = m_head.lower[c];
            if (column.field < 0 || row.values[column.field])
                continue;
            const auto left = column.head.left() - slack;
            const auto right = c + 1 < m_head.lower.size() ? m_head.lower[c + 1].head.left() - slack : 1e6;
            Span cell;
            for (int t = line.tokens.first; t < line.tokens.last; ++t) {
                const auto x = m_text.tokens[t].box.left();
                if (x >= left && x < right)
                    cell = cell.isEmpty() ? Span{t, t + 1} : Span{cell.first, t + 1};
            }
            if (cell.isEmpty())
                continue;
            auto value = readCell(m_fields[column.field], m_workspace, cell);
            if (!value)
                continue;
            (*value)[Feature::LabelSimilarity] = column.similarity;
            row.values[column.field] = std::move(value);
            row.close = m_text.tokens[cell.first].line + 1;
        }
    }

    TableHead m_head;
    const std::vector<FieldSpec> &m_fields;
    const Workspace &m_workspace;
    const Text &m_text;
    const SearchArea &m_area;
    RowHints m_hints;
    int m_headingField = -1;
    int m_noteField = -1;
    int m_markField = -1;
    QString m_mark;
    int m_mostFits = 0;
    int m_mostTyped = 0;
    int m_second = -1;
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
