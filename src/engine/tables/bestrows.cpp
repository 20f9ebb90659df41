// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/bestrows.h"

#include "engine/tables/columnfields.h"
#include "engine/tables/headlines.h"
#include "engine/tables/itemroles.h"
#include "engine/tables/jointables.h"
#include "engine/tables/pricelines.h"
#include "engine/tables/tablecells.h"
#include "engine/tables/taxrows.h"

#include <algorithm>
#include <cmath>

namespace xs::engine {

namespace {

/// Below the totals of slips stand payments and taxes, which are no goods.
void cutAtTotals(std::vector<Row> &rows, const Workspace &workspace)
{
    if (rows.empty())
        return;
    const auto &lines = workspace.text.lines;
    for (int l = rows.front().lines.last; l < rows.back().lines.first; ++l)
        if (isTotalLine(workspace, lines[std::size_t(l)])) {
            std::erase_if(rows, [l](const Row &row) { return row.lines.first > l; });
            return;
        }
}

/// "VAT 22%": what is added to a sum of goods.
bool isCharge(const Row &row, int name, const Workspace &workspace)
{
    if (name < 0 || !row.values[std::size_t(name)])
        return false;
    const auto bag = workspace.labels.bagOf(row.values[std::size_t(name)]->spans.front());
    return saysAny(bag, {"tax", "rounding", "topay", "net", "gross", "paid", "subtotal", "total"});
}

/// Below a total that is the sum of the rows above it stand taxes and charges. Sums are carried over to the next page,
/// too: then all rows add up to another total, and none is a charge.
void cutAtSum(std::vector<Row> &rows, const std::vector<FieldSpec> &fields, const Workspace &workspace)
{
    constexpr std::size_t fewestRows = 2;
    constexpr double sameSum = 0.011;
    const auto roles = itemRoles(fields);
    const auto amount = roles.amount;
    double sum = 0;
    const auto addUp = rowSums(rows, fields, workspace).addUp;
    for (std::size_t r = 0; amount >= 0 && r + 1 < rows.size(); ++r) {
        const auto &value = rows[r].values[std::size_t(amount)];
        sum += value && value->value.is_number() ? value->value.get<double>() : 0;
        for (int l = rows[r].lines.last; r + 1 >= fewestRows && l < rows[r + 1].lines.first; ++l) {
            const auto &line = workspace.text.lines[std::size_t(l)];
            const auto isSum = [sum](const Occurrence &o) { return std::abs(o.number - sum) < sameSum; };
            if (isTotalLine(workspace, line) &&
                std::ranges::any_of(workspace.occurrences.in(line.tokens, ValueKind::Money), isSum) &&
                (!addUp || std::any_of(rows.begin() + std::ptrdiff_t(r) + 1, rows.end(),
                                       [&](const Row &row) { return isCharge(row, roles.name, workspace); }))) {
                rows.resize(r + 1);
                return;
            }
        }
    }
}

int filledIn(const std::vector<Row> &rows)
{
    int filled = 0;
    for (const auto &row : rows)
        filled += row.filled();
    return filled;
}

/// What a head does not name, the sums of a tax row tell.
void fillFrom(const std::vector<Row> &taxes, std::vector<Row> &rows)
{
    for (auto &row : rows)
        for (const auto &tax : taxes)
            for (std::size_t f = 0; tax.lines.first == row.lines.first && f < row.values.size(); ++f)
                if (!row.values[f])
                    row.values[f] = tax.values[f];
}

/// How many values were found; rows whose numbers agree count for more.
double worthOfRows(const std::vector<Row> &rows, const RowSums &sums)
{
    double filled = 0;
    for (const auto &row : rows)
        filled += row.filled();
    return filled + 2.0 * (sums.right - sums.wrong);
}

/// Heads that words tell, then those that the places of columns tell, when all of the document is a table.
std::vector<TableHead> headsIn(HeadLines &known, const SearchArea &area, const RowHints &hints)
{
    const auto &fields = known.fields();
    const auto &workspace = known.workspace();
    auto heads = findHeads(known, area);
    heads.resize(std::min<std::size_t>(heads.size(), 6));
    if (!hints.rowsAreResults)
        return heads;
    const auto named = heads;
    for (const auto &grid : findGrids(workspace.text, area.segments)) {
        std::vector<TableHead> parts;
        for (const auto &part : partsOf(grid, workspace.text))
            if (auto head = headOfGrid(part, fields, workspace, named))
                parts.push_back(std::move(*head));
        if (parts.empty())
            continue;
        heads.push_back(std::move(parts.front()));
        heads.back().beside.assign(std::next(parts.begin()), parts.end());
    }
    return heads;
}

} // namespace

std::vector<Row> bestRows(const std::vector<FieldSpec> &fields, const Workspace &workspace, const SearchArea &area,
                          const RowHints &hints)
{
    std::vector<FoundTable> all;
    HeadLines known(fields, workspace, area.segments);
    for (const auto &head : headsIn(known, area, hints)) {
        FoundTable found;
        found.head = head.lines;
        found.hasParts = !head.beside.empty();
        found.rows = readRows(head, known, area, hints);
        for (const auto &part : head.beside)
            std::ranges::move(readRows(part, known, area, hints), std::back_inserter(found.rows));
        double filled = 0;
        for (const auto &row : found.rows)
            filled += row.filled();
        found.filled = found.rows.empty() ? 0.0 : filled / double(found.rows.size()) / double(fields.size());
        found.worth = head.score * found.filled * (1 + 0.2 * std::log2(1.0 + double(found.rows.size())));
        if (found.worth > 0 && !hints.areTaken(found.rows))
            all.push_back(std::move(found));
    }
    std::vector<Row> best;
    double most = 0;
    if (const auto chosen = std::ranges::max_element(all, {}, &FoundTable::worth); chosen != all.end()) {
        most = chosen->worth;
        auto table = std::move(*chosen);
        all.erase(chosen);
        best = joinTables(std::move(table), std::move(all), hints, workspace.text);
    }
    if (!hints.rowsAreResults) {
        cutAtSum(best, fields, workspace);
        auto taxes = readTaxRows(fields, workspace, area);
        if (filledIn(taxes) > filledIn(best))
            return taxes;
        fillFrom(taxes, best);
    }
    // A slip rarely has tables with heads; its goods are lines that end with a price.
    const auto &page = workspace.text.page(area.firstPage);
    if (page.mayBeSlip()) {
        cutAtTotals(best, workspace);
        if (!hints.rowsAreResults)
            dropReductions(best, fields, workspace);
        mendByProducts(best, fields, workspace);
    }
    if (best.empty() || page.mayBeSlip()) {
        auto lines = readPriceLines(fields, workspace, area);
        if (hints.areTaken(lines))
            lines.clear();
        if (page.mayBeSlip())
            mendByProducts(lines, fields, workspace);
        const auto sumsOfLines = rowSums(lines, fields, workspace);
        const auto sumsOfTable = rowSums(best, fields, workspace);
        // Amounts that add up to what is printed below prove that all rows were read.
        if (page.mayBeSlip() && sumsOfLines.addUp != sumsOfTable.addUp)
            return sumsOfLines.addUp ? lines : best;
        const auto filled = worthOfRows(lines, sumsOfLines);
        const auto worth = lines.empty() ? 0.0
                                         : 1.6 * filled / double(lines.size()) / double(fields.size()) *
                                               (1 + 0.2 * std::log2(1.0 + double(lines.size())));
        if (worth > most || (page.mayBeSlip() && filled > worthOfRows(best, sumsOfTable)))
            return lines;
    }
    return best;
}

} // namespace xs::engine
