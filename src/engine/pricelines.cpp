// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pricelines.h"

#include "engine/tablecells.h"
#include "engine/values.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr int mostRows = 200;
constexpr qsizetype shortestCode = 5;
/// Prices of one piece may have more decimals than amounts.
constexpr int mostDecimals = 4;

bool isDigits(const QString &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c.isDigit(); });
}

int lettersIn(const QString &text)
{
    return int(std::ranges::count_if(text, [](QChar c) { return c.isLetter(); }));
}

/// Which field is what part of a bought item; −1 where the schema does not ask for it.
struct Roles
{
    int amount = -1, price = -1, quantity = -1, name = -1, code = -1, mark = -1;
};

Roles rolesOf(const std::vector<FieldSpec> &fields)
{
    Roles roles;
    for (int f = 0; f < int(fields.size()); ++f) {
        const auto &field = fields[f];
        if (field.isNumeric()) {
            if (field.nameSays("quantity"_L1)) {
                roles.quantity = roles.quantity < 0 ? f : roles.quantity;
            } else if (field.kind != ValueKind::Percent && !field.nameSays("discount"_L1) &&
                       !field.nameSays("tax"_L1)) {
                const auto unit =
                    field.nameSays("unit"_L1) ||
                    (field.nameSays("price"_L1) && !field.nameSays("total"_L1) && !field.nameSays("amount"_L1));
                auto &role = unit ? roles.price : roles.amount;
                role = role < 0 ? f : role;
            }
        } else if (field.kind == ValueKind::Choice) {
            roles.mark = f;
        } else if (field.kind == ValueKind::Identifier) {
            roles.code = roles.code < 0 ? f : roles.code;
        } else if (roles.name < 0 && (field.kind == ValueKind::Text || field.kind == ValueKind::Name)) {
            roles.name = f;
        }
    }
    if (roles.amount < 0)
        std::swap(roles.amount, roles.price);
    return roles;
}

/// The words of a line as a receipt uses them.
struct PriceLine
{
    int line = 0;
    std::vector<Occurrence> money;
    std::optional<Occurrence> quantity;
    std::optional<Span> name;
    std::optional<Span> code;
    std::optional<Span> mark;
};

class Reader
{
public:
    Reader(const std::vector<FieldSpec> &fields, const Workspace &workspace, const SearchArea &area)
        : m_fields(fields), m_roles(rolesOf(fields)), m_workspace(workspace), m_text(workspace.text), m_area(area)
    {
    }

    std::vector<Row> read()
    {
        std::vector<Row> rows;
        if (m_roles.amount < 0 || m_roles.name < 0 || m_area.segments.isEmpty())
            return rows;
        const auto last = m_text.segments[m_area.segments.last - 1].line + 1;
        std::optional<PriceLine> pending;
        for (int l = m_text.segments[m_area.segments.first].line; l < last && int(rows.size()) < mostRows; ++l) {
            const auto &line = m_text.lines[l];
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
            if (!parts.name && pending && l - pending->line == 1) {
                parts.name = pending->name;
                if (!parts.code)
                    parts.code = pending->code;
                rows.push_back(rowOf(parts, {l - 1, l + 1}));
            } else if (parts.name) {
                rows.push_back(rowOf(parts, {l, l + 1}));
            }
            pending.reset();
        }
        return rows;
    }

private:
    /// Totals, payments and taxes end the goods.
    bool isEnd(const Line &line) const
    {
        if (isTotalLine(m_workspace, line))
            return true;
        Bag bag;
        for (int t = line.tokens.first; t < std::min(line.tokens.last, line.tokens.first + 3); ++t) {
            const auto more = m_workspace.labels.bagOf({t, t + 1});
            bag.insert(bag.end(), more.begin(), more.end());
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
        parts.line = l;
        for (int s = line.segments.first; s < line.segments.last; ++s)
            for (const auto &money : m_workspace.occurrences.in(m_text.segments[s].tokens, ValueKind::Money))
                if (money.decimals >= 2 && money.decimals <= mostDecimals && !money.hasPercent && money.quality > 0.3)
                    parts.money.push_back(money);
        while (!parts.money.empty() && parts.money.back().decimals != 2)
            parts.money.pop_back();
        const auto end = parts.money.empty() ? line.tokens.last : parts.money.front().span.first;
        readQuantity(parts, line);
        int first = line.tokens.first;
        while (first < end && isDigits(m_text.tokens[first].text)) {
            if (m_text.tokens[first].text.size() >= shortestCode)
                parts.code = Span{first, first + 1};
            ++first;
        }
        int close = end;
        while (close > first && lettersIn(m_text.tokens[close - 1].text) < 2)
            --close;
        if (parts.quantity && parts.quantity->span.first > first)
            close = std::min(close, parts.quantity->span.first);
        const auto letters = close > first ? lettersIn(m_text.textOf({first, close})) : 0;
        if (letters >= 3)
            parts.name = Span{first, close};
        if (!parts.money.empty() && parts.money.back().span.last < line.tokens.last)
            parts.mark = Span{parts.money.back().span.last, line.tokens.last};
        return parts;
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
            const auto bound = word.size() <= 4 && (word.endsWith(u'x') || word.endsWith(u'X')) && number.decimals == 0;
            if ((times(next) || bound) && number.number > 0 && number.number < 1000) {
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

    Row rowOf(const PriceLine &parts, const Span &lines) const
    {
        Row row;
        row.values.resize(m_fields.size());
        row.lines = lines;
        const auto set = [&](int role, const Occurrence &occurrence) {
            if (role < 0)
                return;
            Candidate candidate;
            candidate.value = typedValue(m_fields[role], occurrence, m_text);
            candidate.spans = {occurrence.span};
            candidate[Feature::Quality] = occurrence.quality;
            row.values[role] = candidate;
        };
        const auto setText = [&](int role, const std::optional<Span> &span) {
            if (role < 0 || !span)
                return;
            Candidate candidate;
            candidate.value = toStd(cleanText(m_text.textOf(*span)));
            candidate.spans = {*span};
            candidate[Feature::Quality] = 0.6;
            row.values[role] = candidate;
        };
        set(m_roles.amount, parts.money.back());
        if (parts.money.size() >= 2)
            set(m_roles.price, parts.money.front());
        if (parts.quantity)
            set(m_roles.quantity, *parts.quantity);
        setText(m_roles.name, parts.name);
        setText(m_roles.code, parts.code);
        if (m_roles.mark >= 0 && parts.mark) {
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
    Roles m_roles;
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
