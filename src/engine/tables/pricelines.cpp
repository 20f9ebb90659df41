// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/pricelines.h"

#include "engine/candidates/values.h"
#include "engine/tables/priceline.h"
#include "engine/tables/rowsections.h"
#include "engine/tables/tablecells.h"
#include "engine/text/addresswords.h"
#include "engine/text/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr int mostRows = 200;
constexpr int mostLinesAbove = 4;
constexpr std::ptrdiff_t fewestGlued = 2;
constexpr int mostLinesToGoods = 2;
/// Weighed goods are rounded.
constexpr double sameProduct = 0.011;

/// "GST6%": what its rate is written to.
QStringList wordsBeforeDigits(const QString &word)
{
    qsizetype letters = 0;
    while (letters < word.size() && word[letters].isLetter())
        ++letters;
    return letters >= 3 && letters < word.size() ? sentenceWords(word.left(letters)) : QStringList();
}

class Reader
{
public:
    Reader(const std::vector<FieldSpec> &fields, const Workspace &workspace, const SearchArea &area)
        : m_fields(fields), m_roles(itemRoles(fields)), m_workspace(workspace), m_text(workspace.text), m_area(area)
    {
    }

    std::vector<Row> read()
    {
        std::vector<Row> rows;
        if (m_roles.amount < 0 || m_roles.name < 0 || m_area.segments.isEmpty())
            return rows;
        const auto last = m_text.segments[m_area.segments.last - 1].line + 1;
        std::optional<PriceLine> pending;
        std::vector<std::optional<Occurrence>> leading;
        for (int l = m_text.segments[m_area.segments.first].line; l < last && int(rows.size()) < mostRows; ++l) {
            const auto &line = m_text.lines[l];
            if (isNoise(line)) {
                if (pending && pending->line == l - 1)
                    pending->line = l;
                continue;
            }
            if (isEnd(line) && !rows.empty())
                break;
            auto parts = priceLineOf(l, m_roles.code >= 0, m_workspace);
            if (parts.money.empty()) {
                if (codesRowAbove(line, rows, l))
                    continue;
                const auto close = pending && !rows.empty() && rows.back().lines.last == pending->line;
                if (parts.name && !m_workspace.labels.looksLikeLabel(line.tokens) && !isEnd(line))
                    pending = parts;
                else if (!close)
                    pending.reset();
                continue;
            }
            if (isEnd(line)) {
                pending.reset();
                continue;
            }
            // A discount is taken off the goods above.
            if (parts.money.back().number < 0 && !m_fields[std::size_t(m_roles.amount)].hasReductions) {
                pending.reset();
                continue;
            }
            if (countsNeighbour(parts, rows, l)) {
                pending.reset();
                continue;
            }
            const auto isNamedAbove = (!parts.name || parts.isUnit) && pending && l - pending->line == 1;
            if (isNamedAbove) {
                parts.name = pending->name;
                if (!parts.code)
                    parts.code = pending->code;
            }
            // "Gross amount 40.00" names no goods.
            const auto isLabel = parts.name && !isNamedAbove && !parts.quantity && !parts.code &&
                                 m_workspace.labels.looksLikeLabel(*parts.name);
            if (parts.name && !isLabel) {
                rows.push_back(rowOf(parts, {isNamedAbove ? pending->first : l, l + 1}));
                if (m_counting)
                    count(rows.back(), *std::exchange(m_counting, {}));
                leading.push_back(parts.leading);
            }
            pending.reset();
        }
        countByLeading(rows, leading);
        if (!rows.empty()) {
            // Headings of departments stand above the first goods, too.
            const auto &page = m_text.page(m_text.lines[rows.front().lines.first].page);
            readSections(rows, m_fields, m_workspace,
                         std::max(page.lines.first, rows.front().lines.first - mostLinesAbove));
        }
        return rows;
    }

private:
    /// "3 x 1.45" or "3 pcs x 1.45" alone in a line counts the goods that the line below names with their amount, or
    /// those above.
    bool countsNeighbour(const PriceLine &parts, std::vector<Row> &rows, int line)
    {
        if ((parts.name && !parts.isUnit) || !parts.quantity || parts.money.size() != 1)
            return false;
        const auto product = parts.quantity->number * parts.money.front().number;
        const auto fits = [product](double amount) { return std::abs(product - amount) < sameProduct; };
        const auto end = m_text.segments[m_area.segments.last - 1].line + 1;
        for (int l = line + 1; l < std::min(end, line + 1 + mostLinesToGoods); ++l) {
            if (isNoise(m_text.lines[l]))
                continue;
            const auto next = priceLineOf(l, m_roles.code >= 0, m_workspace);
            if (next.name && !next.money.empty() && !isEnd(m_text.lines[l]) && fits(next.money.back().number)) {
                m_counting = parts;
                return true;
            }
            break;
        }
        if (rows.empty() || rows.back().lines.last != line)
            return false;
        const auto &amount = rows.back().values[std::size_t(m_roles.amount)];
        if (!amount || !amount->value.is_number() || !fits(amount->value.get<double>()))
            return false;
        count(rows.back(), parts);
        rows.back().lines.last = line + 1;
        return true;
    }

    /// "UPC 062443108815" alone in a line: the code of the goods above.
    bool codesRowAbove(const Line &line, std::vector<Row> &rows, int number) const
    {
        constexpr int mostWords = 3;
        constexpr qsizetype shortest = 6;
        if (m_roles.code < 0 || rows.empty() || rows.back().lines.last != number ||
            rows.back().values[std::size_t(m_roles.code)] || line.tokens.size() > mostWords)
            return false;
        const auto last = line.tokens.last - 1;
        const auto &code = m_text.tokens[last].text;
        if (!isDigits(code) || code.size() < shortest || hasDigit(m_text.textOf({line.tokens.first, last})))
            return false;
        setText(rows.back(), m_roles.code, Span{last, last + 1});
        rows.back().lines.last = number + 1;
        return true;
    }

    void setText(Row &row, int role, const std::optional<Span> &span) const
    {
        if (role < 0 || !span)
            return;
        Candidate candidate;
        candidate.value = toStd(cleanText(m_text.textOf(*span)));
        candidate.spans = {*span};
        candidate[Feature::Quality] = 0.6;
        candidate[Feature::LabelSimilarity] = 0.5;
        row.values[std::size_t(role)] = candidate;
    }

    void count(Row &row, const PriceLine &parts) const
    {
        if (m_roles.quantity >= 0 && !row.values[std::size_t(m_roles.quantity)])
            setNumber(row, m_roles.quantity, *parts.quantity);
        if (m_roles.price >= 0 && !row.values[std::size_t(m_roles.price)])
            setNumber(row, m_roles.price, parts.money.front());
    }

    /// Numbers that begin the lines are quantities, unless they only number the rows.
    void countByLeading(std::vector<Row> &rows, const std::vector<std::optional<Occurrence>> &leading) const
    {
        if (m_roles.quantity < 0)
            return;
        int found = 0, numbered = 0;
        partGluedCounts(rows);
        for (std::size_t r = 0; r < rows.size(); ++r) {
            if (rows[r].values[std::size_t(m_roles.quantity)] && !leading[r])
                continue;
            if (rows[r].values[std::size_t(m_roles.quantity)])
                return;
            found += leading[r].has_value();
            numbered += leading[r] && leading[r]->number == double(r + 1);
        }
        if (2 * std::size_t(found) < rows.size() || (rows.size() > 1 && std::size_t(numbered) == rows.size()))
            return;
        for (std::size_t r = 0; r < rows.size(); ++r)
            if (leading[r])
                setNumber(rows[r], m_roles.quantity, *leading[r]);
    }

    /// "2Shakshuka": where counts begin most names, those that reading has set against them are parted.
    void partGluedCounts(std::vector<Row> &rows) const
    {
        static const QRegularExpression glued(uR"(^(\d{1,2})(\p{Lu}.*)$)"_s,
                                              QRegularExpression::UseUnicodePropertiesOption);
        std::vector<QRegularExpressionMatch> matches;
        for (const auto &row : rows) {
            const auto &name = row.values[std::size_t(m_roles.name)];
            matches.push_back(glued.match(name && name->value.is_string() ? toQString(name->value) : QString()));
        }
        const auto found = std::ranges::count_if(matches, [](const auto &match) { return match.hasMatch(); });
        if (found < fewestGlued || 3 * std::size_t(found) < rows.size())
            return;
        for (std::size_t r = 0; r < rows.size(); ++r) {
            if (!matches[r].hasMatch() || rows[r].values[std::size_t(m_roles.quantity)])
                continue;
            auto &name = *rows[r].values[std::size_t(m_roles.name)];
            auto count = name;
            count.value = matches[r].captured(1).toInt();
            count.spans = {{name.spans.front().first, name.spans.front().first + 1}};
            rows[r].values[std::size_t(m_roles.quantity)] = count;
            name.value = toStd(matches[r].captured(2));
        }
    }

    /// A line without a letter or a digit is a rule or a speck.
    bool isNoise(const Line &line) const
    {
        for (int t = line.tokens.first; t < line.tokens.last; ++t)
            if (std::ranges::any_of(m_text.tokens[t].text, [](QChar c) { return c.isLetterOrNumber(); }))
                return false;
        return true;
    }

    /// Totals, payments and taxes end the goods.
    bool isEnd(const Line &line) const
    {
        if (isTotalLine(m_workspace, line))
            return true;
        Bag bag;
        for (int t = line.tokens.first; t < std::min(line.tokens.last, line.tokens.first + 3); ++t) {
            const auto said = m_workspace.labels.bagOf({t, t + 1});
            const auto glued = m_workspace.lexicon.bag(wordsBeforeDigits(m_text.tokens[t].text));
            bag.insert(bag.end(), said.begin(), said.end());
            bag.insert(bag.end(), glued.begin(), glued.end());
        }
        for (const auto *name :
             {"total", "subtotal", "cash", "change", "rounding", "tax", "topay", "balance", "vatid", "phone", "paid"})
            if (m_workspace.lexicon.says(bag, QLatin1StringView(name)))
                return true;
        return false;
    }

    void setNumber(Row &row, int role, const Occurrence &occurrence) const
    {
        if (role < 0)
            return;
        Candidate candidate;
        candidate.value = typedValue(m_fields[std::size_t(role)], occurrence, m_text);
        candidate.spans = {occurrence.span};
        candidate[Feature::Quality] = occurrence.quality;
        candidate[Feature::LabelSimilarity] = 0.5;
        row.values[std::size_t(role)] = candidate;
    }

    Row rowOf(const PriceLine &parts, const Span &lines) const
    {
        Row row;
        row.values.resize(m_fields.size());
        row.lines = lines;
        setNumber(row, m_roles.amount, parts.money.back());
        if (parts.money.size() >= 2)
            setNumber(row, m_roles.price, parts.money.front());
        if (parts.money.size() >= 3)
            setNumber(row, m_roles.discount, parts.money[parts.money.size() - 2]);
        if (parts.quantity)
            setNumber(row, m_roles.quantity, *parts.quantity);
        setText(row, m_roles.name, parts.name);
        setText(row, m_roles.code, parts.code);
        const auto isChoice = m_roles.mark >= 0 && m_fields[std::size_t(m_roles.mark)].kind == ValueKind::Choice;
        if (!isChoice && parts.mark && parts.mark->size() == 1 && lettersIn(m_text.textOf(*parts.mark)) > 0)
            setText(row, m_roles.mark, parts.mark);
        if (isChoice && parts.mark) {
            const auto found = readValues(m_fields[m_roles.mark], m_workspace.occurrences, m_workspace.labels,
                                          *parts.mark, Relation::Right);
            if (!found.empty())
                row.values[m_roles.mark] = found.front();
        }
        for (auto &value : row.values)
            if (value)
                (*value)[Feature::LabelSimilarity] = 0.5;
        return row;
    }

    const std::vector<FieldSpec> &m_fields;
    ItemRoles m_roles;
    /// What counts the goods of the next line.
    std::optional<PriceLine> m_counting;
    const Workspace &m_workspace;
    const Text &m_text;
    const SearchArea &m_area;
};

} // namespace

std::vector<Row> readPriceLines(const std::vector<FieldSpec> &fields, const Workspace &workspace,
                                const SearchArea &area)
{
    return Reader(fields, workspace, area).read();
}

} // namespace xs::engine
