// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/columnroles.h"

#include "engine/tables/itemroles.h"
#include "engine/tables/tablecells.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace xs::engine {

namespace {

constexpr double sameAmount = 0.011;
/// One times a price is that price in any column: such lines prove little.
constexpr double worthOfOne = 0.3;
constexpr double leastProof = 0.9;
constexpr double leastShare = 0.6;
constexpr std::size_t mostColumns = 14;
/// What stands for the similarity of a head.
constexpr double similarityOfFigures = 0.7;
constexpr double weakHead = 0.6;

using Figures = std::vector<std::optional<double>>;

/// Which columns multiply to which; -1 for no discount.
struct Product
{
    int quantity = -1, price = -1, amount = -1, discount = -1;
    double proof = 0;
};

class Roles
{
public:
    Roles(TableHead &head, const std::vector<FieldSpec> &fields, const Workspace &workspace)
        : m_head(head), m_fields(fields), m_roles(itemRoles(fields)), m_workspace(workspace),
          m_columns(head.columns.size())
    {
    }

    void assign(const Span &body)
    {
        if (m_roles.amount < 0 || m_columns > mostColumns)
            return;
        read(body);
        auto product = bestProduct(false);
        if (product.proof < leastProof)
            product = bestProduct(true);
        if (product.proof >= leastProof) {
            give(m_roles.quantity, product.quantity);
            give(m_roles.price, product.price);
            give(m_roles.amount, product.amount);
            if (product.discount >= 0)
                give(percentField(), product.discount);
        }
        if (columnOf(m_roles.amount) < 0)
            give(m_roles.amount, lastOfMoney());
    }

private:
    void read(const Span &body)
    {
        for (int l = body.first; l < body.last; ++l) {
            const auto &line = m_workspace.text.lines[l];
            if (line.segments.size() < 2 || isTotalLine(m_workspace, line))
                continue;
            Figures figures(m_columns);
            std::vector<bool> money(m_columns, false);
            const auto cells = cellsOfLine(m_workspace.text, line, m_head.columns);
            for (std::size_t c = 0; c < m_columns; ++c)
                for (const auto &number : m_workspace.occurrences.in(cells[c], ValueKind::Money))
                    if (!number.isEmbedded && !figures[c]) {
                        figures[c] = number.number;
                        money[c] = number.decimals == 2 || number.hasCurrency;
                    }
            if (std::ranges::count_if(figures, [](const auto &f) { return f.has_value(); }) < 2)
                continue;
            m_lines.push_back(std::move(figures));
            m_money.push_back(std::move(money));
        }
    }

    Product bestProduct(bool reduced) const
    {
        Product best;
        std::vector<int> numeric;
        for (int c = 0; c < int(m_columns); ++c)
            if (std::ranges::any_of(m_lines, [c](const Figures &line) { return line[c].has_value(); }))
                numeric.push_back(c);
        const auto discounts = reduced ? numeric : std::vector{-1};
        for (const auto q : numeric)
            for (const auto p : numeric)
                for (const auto a : numeric) {
                    if (q == p || p == a || q == a || isTaken(q, m_roles.quantity) || isTaken(p, m_roles.price) ||
                        isTaken(a, m_roles.amount))
                        continue;
                    for (const auto d : discounts) {
                        if (d == q || d == p || d == a)
                            continue;
                        const Product product{q, p, a, d, proofOf(q, p, a, d) + agreement(q, p, a) - 0.05 * (d >= 0)};
                        if (product.proof > best.proof)
                            best = product;
                    }
                }
        return best;
    }

    /// Whether a head that says something says something else.
    bool isTaken(int column, int field) const
    {
        const auto &c = m_head.columns[std::size_t(column)];
        return c.field >= 0 && c.field != field && c.similarity >= weakHead;
    }

    /// A column whose head names the same field is the better one of two that both fit.
    double agreement(int q, int p, int a) const
    {
        return 0.1 * ((columnOf(m_roles.quantity) == q) + (columnOf(m_roles.price) == p) +
                      (columnOf(m_roles.amount) == a)) +
               0.01 * a - 0.01 * q;
    }

    double proofOf(int q, int p, int a, int d) const
    {
        double proof = 0;
        int full = 0, fitting = 0, reduced = 0;
        for (const auto &line : m_lines) {
            if (!line[q] || !line[p] || !line[a])
                continue;
            ++full;
            const auto off = d >= 0 && line[d] ? 1 - *line[d] / 100 : 1.0;
            if (std::abs(*line[q] * *line[p] * off - *line[a]) > sameAmount)
                continue;
            ++fitting;
            reduced += off != 1;
            proof += *line[q] == 1 || *line[p] == 1 ? worthOfOne : 1;
        }
        const auto enough = full > 0 && double(fitting) >= leastShare * full && (d < 0 || reduced > 0);
        return enough ? std::min(proof, 10.0) : 0;
    }

    int columnOf(int field) const
    {
        for (int c = 0; c < int(m_columns); ++c)
            if (field >= 0 && m_head.columns[std::size_t(c)].field == field)
                return c;
        return -1;
    }

    void give(int field, int column)
    {
        if (field < 0 || column < 0)
            return;
        const auto now = columnOf(field);
        auto &columns = m_head.columns;
        if (now == column || (now >= 0 && columns[now].similarity >= weakHead) ||
            (columns[column].field >= 0 && columns[column].similarity >= weakHead))
            return;
        if (now >= 0)
            columns[now].field = -1;
        columns[column].field = field;
        columns[column].similarity = similarityOfFigures;
    }

    int percentField() const
    {
        for (int f = 0; f < int(m_fields.size()); ++f)
            if (m_fields[f].kind == ValueKind::Percent && m_fields[f].says(QLatin1StringView("discount")))
                return f;
        return m_roles.discount >= 0 && m_fields[m_roles.discount].kind == ValueKind::Percent ? m_roles.discount : -1;
    }

    /// The last column, when most lines have an amount of money there.
    int lastOfMoney() const
    {
        for (int c = int(m_columns) - 1; c >= 0; --c) {
            const auto filled =
                std::ranges::count_if(m_lines, [c](const Figures &line) { return line[c].has_value(); });
            if (filled == 0)
                continue;
            const auto money = std::ranges::count_if(m_money, [c](const auto &line) { return line[c]; });
            const auto isFree = m_head.columns[c].field < 0;
            return isFree && double(money) >= leastShare * double(m_lines.size()) ? c : -1;
        }
        return -1;
    }

    TableHead &m_head;
    const std::vector<FieldSpec> &m_fields;
    ItemRoles m_roles;
    const Workspace &m_workspace;
    std::size_t m_columns;
    std::vector<Figures> m_lines;
    std::vector<std::vector<bool>> m_money;
};

} // namespace

void assignByFigures(TableHead &head, const std::vector<FieldSpec> &fields, const Workspace &workspace,
                     const Span &body)
{
    Roles(head, fields, workspace).assign(body);
}

} // namespace xs::engine
