// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/pricelines.h"

#include "engine/candidates/values.h"
#include "engine/tables/itemroles.h"
#include "engine/tables/tablecells.h"
#include "engine/text/addresswords.h"
#include "engine/text/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr int mostRows = 200;
constexpr qsizetype shortestCode = 5;
constexpr int longestUnit = 6;
/// Prices of one piece may have more decimals than amounts.
constexpr int mostDecimals = 4;

/// "GST6%": what its rate is written to.
QStringList wordsBeforeDigits(const QString &word)
{
    qsizetype letters = 0;
    while (letters < word.size() && word[letters].isLetter())
        ++letters;
    return letters >= 3 && letters < word.size() ? sentenceWords(word.left(letters)) : QStringList();
}

/// "6x1.25L", "48X230ML": what is in a pack, and no price.
bool isMeasure(const QString &word)
{
    static const QRegularExpression measure(uR"(\d\p{L}+[\d.,]*\d)"_s);
    return measure.match(word).hasMatch();
}

/// The words of a line as a receipt uses them.
struct PriceLine
{
    /// Where it begins, and the last line that it takes: specks may stand below it.
    int first = 0;
    int line = 0;
    std::vector<Occurrence> money;
    std::optional<Occurrence> quantity;
    /// A short number that begins the line: a quantity, or the number of the row.
    std::optional<Occurrence> leading;
    /// Whether the words of `name` may only be the unit of the quantity: "1 PACK 8.49".
    bool isUnit = false;
    std::optional<Span> name;
    std::optional<Span> code;
    std::optional<Span> mark;
};

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
            auto parts = partsOf(l);
            if (parts.money.empty()) {
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
            if (parts.money.back().number < 0) {
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
                leading.push_back(parts.leading);
            }
            pending.reset();
        }
        countByLeading(rows, leading);
        return rows;
    }

private:
    /// Numbers that begin the lines are quantities, unless they only number the rows.
    void countByLeading(std::vector<Row> &rows, const std::vector<std::optional<Occurrence>> &leading) const
    {
        if (m_roles.quantity < 0)
            return;
        int found = 0, numbered = 0;
        for (std::size_t r = 0; r < rows.size(); ++r) {
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

    PriceLine partsOf(int l) const
    {
        const auto &line = m_text.lines[l];
        PriceLine parts;
        parts.first = parts.line = l;
        for (int s = line.segments.first; s < line.segments.last; ++s)
            for (const auto &money : m_workspace.occurrences.in(m_text.segments[s].tokens, ValueKind::Money))
                if (money.decimals >= 2 && money.decimals <= mostDecimals && !money.hasPercent && money.quality > 0.3 &&
                    !isMeasure(m_text.tokens[money.span.last - 1].text))
                    parts.money.push_back(money);
        while (!parts.money.empty() && parts.money.back().decimals != 2)
            parts.money.pop_back();
        const auto end = parts.money.empty() ? line.tokens.last : parts.money.front().span.first;
        readQuantity(parts, line);
        int first = line.tokens.first;
        while (first < end && isNumberOfItem(first)) {
            if (m_text.tokens[first].text.size() >= shortestCode)
                parts.code = Span{first, first + 1};
            else if (!parts.leading)
                parts.leading = numberAt(first);
            ++first;
        }
        // Without a price beside it, a short number belongs to the name, unless the schema asks for it.
        if (parts.money.empty() && parts.leading && m_roles.code < 0)
            first = parts.leading->span.first;
        int close = end;
        while (close > first && lettersIn(m_text.tokens[close - 1].text) < 2)
            --close;
        if (parts.quantity && parts.quantity->span.first > first)
            close = std::min(close, parts.quantity->span.first);
        const auto letters = close > first ? lettersIn(m_text.textOf({first, close})) : 0;
        if (letters >= 3)
            parts.name = Span{first, close};
        parts.isUnit = parts.name && !parts.money.empty() && (parts.leading || parts.quantity) &&
                       parts.name->size() == 1 && letters <= longestUnit;
        if (!parts.money.empty() && parts.money.back().span.last < line.tokens.last)
            parts.mark = Span{parts.money.back().span.last, line.tokens.last};
        return parts;
    }

    /// Digits alone, or a dash or mark behind a code: "061558 - Soap".
    bool isNumberOfItem(int token) const
    {
        const auto &text = m_text.tokens[token].text;
        return isDigits(text) || (lettersIn(text) == 0 && !hasDigit(text));
    }

    std::optional<Occurrence> numberAt(int token) const
    {
        for (const auto &number : m_workspace.occurrences.in({token, token + 1}, ValueKind::Number))
            if (number.number > 0 && number.number < 1000 && number.decimals == 0)
                return number;
        return {};
    }

    /// A number with "x", "@" or "*" against it, or the one that makes unit price times quantity the amount.
    void readQuantity(PriceLine &parts, const Line &line) const
    {
        const auto numbers = m_workspace.occurrences.in(line.tokens, ValueKind::Number);
        for (const auto &number : numbers) {
            const auto &word = m_text.tokens[number.span.last - 1].text;
            const auto next = number.span.last < line.tokens.last ? m_text.tokens[number.span.last].text : QString();
            const auto times = [](const QString &text) {
                return text == "x"_L1 || text == "X"_L1 || text == "@"_L1 || text == "*"_L1;
            };
            // "2 pc @ 269.00"
            const auto behindUnit = number.span.last + 1 < line.tokens.last && next.size() <= 4 &&
                                    lettersIn(next) > 0 && times(m_text.tokens[number.span.last + 1].text);
            const auto bound = word.size() <= 4 && (word.endsWith(u'x') || word.endsWith(u'X')) && number.decimals == 0;
            if ((times(next) || behindUnit || bound) && number.number > 0 && number.number < 1000) {
                parts.quantity = number;
                return;
            }
        }
        if (parts.money.size() < 2)
            return;
        for (const auto &number : numbers)
            if (number.number > 0 && number.number < 1000 && number.decimals != 2 &&
                std::abs(number.number * parts.money[0].number - parts.money.back().number) < 0.011)
                parts.quantity = number;
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
        const auto setText = [&](int role, const std::optional<Span> &span) {
            if (role < 0 || !span)
                return;
            Candidate candidate;
            candidate.value = toStd(cleanText(m_text.textOf(*span)));
            candidate.spans = {*span};
            candidate[Feature::Quality] = 0.6;
            row.values[role] = candidate;
        };
        setNumber(row, m_roles.amount, parts.money.back());
        if (parts.money.size() >= 2)
            setNumber(row, m_roles.price, parts.money.front());
        if (parts.money.size() >= 3)
            setNumber(row, m_roles.discount, parts.money[parts.money.size() - 2]);
        if (parts.quantity)
            setNumber(row, m_roles.quantity, *parts.quantity);
        setText(m_roles.name, parts.name);
        setText(m_roles.code, parts.code);
        const auto isChoice = m_roles.mark >= 0 && m_fields[std::size_t(m_roles.mark)].kind == ValueKind::Choice;
        if (!isChoice && parts.mark && parts.mark->size() == 1 && lettersIn(m_text.textOf(*parts.mark)) > 0)
            setText(m_roles.mark, parts.mark);
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
