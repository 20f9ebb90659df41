// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/taxrows.h"

#include "engine/candidates/values.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr double sameAmount = 0.011;
constexpr std::size_t mostFields = 6;
constexpr double qualityOfProven = 0.9;

/// Indices into the fields; −1 where the schema does not ask.
struct TaxRoles
{
    int rate = -1, base = -1, tax = -1, gross = -1;
};

TaxRoles rolesOf(const std::vector<FieldSpec> &fields)
{
    TaxRoles roles;
    for (int f = 0; f < int(fields.size()); ++f) {
        const auto &field = fields[std::size_t(f)];
        if (field.kind == ValueKind::Percent)
            roles.rate = roles.rate < 0 ? f : roles.rate;
        else if (!field.isNumeric())
            continue;
        else if (field.says("net"_L1) || field.says("subtotal"_L1))
            roles.base = roles.base < 0 ? f : roles.base;
        else if (field.nameSays("gross"_L1) || field.nameSays("total"_L1))
            roles.gross = f;
        else
            roles.tax = roles.tax < 0 ? f : roles.tax;
    }
    return roles;
}

void set(Row &row, const std::vector<FieldSpec> &fields, int role, const Occurrence &value, const Text &text)
{
    if (role < 0)
        return;
    Candidate candidate;
    candidate.value = typedValue(fields[std::size_t(role)], value, text);
    candidate.spans = {value.span};
    candidate[Feature::Quality] = qualityOfProven;
    candidate[Feature::LabelSimilarity] = qualityOfProven;
    row.values[std::size_t(role)] = candidate;
}

} // namespace

std::vector<Row> readTaxRows(const std::vector<FieldSpec> &fields, const Workspace &workspace, const SearchArea &area)
{
    std::vector<Row> rows;
    const auto roles = rolesOf(fields);
    if (roles.rate < 0 || roles.tax < 0 || roles.base < 0 || fields.size() > mostFields)
        return rows;
    const auto &text = workspace.text;
    for (int l = text.segments[area.segments.first].line; l <= text.segments[area.segments.last - 1].line; ++l) {
        const auto &line = text.lines[l];
        const auto rates = workspace.occurrences.in(line.tokens, ValueKind::Percent);
        const auto rate = std::ranges::find_if(rates, &Occurrence::hasPercent);
        if (rate == rates.end())
            continue;
        std::vector<Occurrence> amounts;
        for (const auto &amount : workspace.occurrences.in(line.tokens, ValueKind::Money))
            if (amount.decimals == 2 && !amount.hasPercent)
                amounts.push_back(amount);
        const auto add = [&] {
            for (std::size_t b = 0; b < amounts.size(); ++b)
                for (std::size_t t = b + 1; t < amounts.size(); ++t) {
                    if (amounts[b].number == 0 ||
                        std::abs(amounts[b].number * rate->number / 100 - amounts[t].number) > sameAmount)
                        continue;
                    Row row;
                    row.values.resize(fields.size());
                    row.lines = {l, l + 1};
                    set(row, fields, roles.rate, *rate, text);
                    set(row, fields, roles.base, amounts[b], text);
                    set(row, fields, roles.tax, amounts[t], text);
                    const auto sum = amounts[b].number + amounts[t].number;
                    for (const auto &gross : amounts)
                        if (std::abs(gross.number - sum) < sameAmount)
                            set(row, fields, roles.gross, gross, text);
                    rows.push_back(std::move(row));
                    return;
                }
        };
        add();
    }
    return rows;
}

} // namespace xs::engine
