// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/rowends.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace xs::engine {

namespace {

constexpr int wordsOfTax = 3;

} // namespace

std::ptrdiff_t rowsOfHead(const TableHead &head, const std::vector<Row> &rows)
{
    const auto first = head.columns.front().field;
    if (first < 0)
        return 0;
    const auto isNamed = [first](const Row &row) { return row.values[std::size_t(first)].has_value(); };
    const auto named = std::ranges::find_if(rows, isNamed) - rows.begin();
    const auto filled = std::ranges::count_if(rows, isNamed);
    return filled == 0 || 10 * filled < 9 * (std::ssize(rows) - named) ? 0 : named;
}

bool endInTax(const std::vector<Row> &rows, const std::vector<FieldSpec> &fields, const Workspace &workspace)
{
    const auto &last = rows.back();
    bool lacks = false;
    for (std::size_t f = 0; f < fields.size() && !lacks; ++f) {
        const auto having = std::ranges::count_if(rows, [f](const Row &row) { return row.values[f].has_value(); });
        lacks = !last.values[f] && rows.front().values[f] && 2 * std::size_t(having) >= rows.size();
    }
    if (!lacks)
        return false;
    for (std::size_t f = 0; f < fields.size(); ++f) {
        const auto &value = last.values[f];
        if (!value || fields[f].kind != ValueKind::Text || !value->value.is_string())
            continue;
        const auto &words = value->spans.front();
        const auto bag = workspace.labels.bagOf({words.first, std::min(words.last, words.first + wordsOfTax)});
        return std::ranges::any_of(std::array{"tax", "rounding", "total", "subtotal"}, [&](const char *name) {
            return workspace.lexicon.says(bag, QLatin1StringView(name));
        });
    }
    return false;
}

bool endInSum(const std::vector<Row> &rows, const std::vector<FieldSpec> &fields)
{
    if (rows.size() < 3)
        return false;
    int sums = 0;
    for (std::size_t f = 0; f < fields.size(); ++f) {
        const auto &last = rows.back().values[f];
        if (!last || !last->value.is_number() || fields[f].kind == ValueKind::Percent)
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

} // namespace xs::engine
