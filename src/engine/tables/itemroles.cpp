// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/itemroles.h"

#include "engine/text/numbers.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

/// Amounts are rounded to cents, sums of them a little further.
constexpr double sameAmount = 0.011;

void takeNumber(const FieldSpec &field, int index, ItemRoles &roles, int &taxed)
{
    // A name that says nothing of goods ("Ansatz") is explained by the description.
    const auto isNamed = std::ranges::any_of(
        std::array{"quantity", "discount", "tax", "unit", "price", "total", "amount", "net", "gross"},
        [&field](const char *meaning) { return field.nameSays(QLatin1StringView(meaning)); });
    const auto says = [&](const char *meaning) {
        const QLatin1StringView name(meaning);
        return isNamed ? field.nameSays(name) : field.says(name);
    };
    const auto take = [index](int &role) { role = role < 0 ? index : role; };
    const auto isAmount = says("total") || says("amount");
    if (says("quantity"))
        take(roles.quantity);
    else if (field.kind == ValueKind::Percent)
        return;
    else if (says("discount"))
        take(roles.discount);
    else if (!says("tax"))
        take(says("unit") || (says("price") && !isAmount) ? roles.price : roles.amount);
    else if (isAmount || says("price"))
        take(taxed);
}

/// Marks behind prices are a letter or two; longer ones are headings and kinds.
bool isShortChoice(const FieldSpec &field)
{
    constexpr qsizetype longest = 3;
    return field.kind == ValueKind::Choice &&
           std::ranges::all_of(field.field.enumValues, [](const auto &value) { return value.size() <= longest; });
}

std::optional<double> numberOf(const Row &row, int role)
{
    if (role < 0 || !row.values[std::size_t(role)] || !row.values[std::size_t(role)]->value.is_number())
        return {};
    return row.values[std::size_t(role)]->value.get<double>();
}

} // namespace

ItemRoles itemRoles(const std::vector<FieldSpec> &fields)
{
    ItemRoles roles;
    int taxed = -1;
    for (int f = 0; f < int(fields.size()); ++f) {
        const auto &field = fields[f];
        const auto isText = field.kind == ValueKind::Text || field.kind == ValueKind::Name;
        if (field.isNumeric())
            takeNumber(field, f, roles, taxed);
        else if (roles.mark < 0 && (isShortChoice(field) || field.nameSays("tax"_L1) ||
                                    (roles.name >= 0 && isText && field.says("tax"_L1))))
            roles.mark = f;
        else if (field.kind == ValueKind::Choice)
            continue;
        else if (field.kind == ValueKind::Identifier)
            roles.code = roles.code < 0 ? f : roles.code;
        else if (roles.name < 0 && isText)
            roles.name = f;
    }
    // "Amount including tax" is the amount where no other is asked for.
    if (roles.amount < 0)
        roles.amount = taxed;
    if (roles.amount < 0)
        std::swap(roles.amount, roles.price);
    return roles;
}

RowSums rowSums(const std::vector<Row> &rows, const std::vector<FieldSpec> &fields, const Workspace &workspace)
{
    const auto roles = itemRoles(fields);
    RowSums sums;
    double all = 0;
    for (const auto &row : rows) {
        const auto amount = numberOf(row, roles.amount);
        const auto price = numberOf(row, roles.price);
        const auto quantity = numberOf(row, roles.quantity);
        all += amount.value_or(0);
        if (amount && price && quantity)
            ++(std::abs(*price * *quantity - *amount) < sameAmount ? sums.right : sums.wrong);
    }
    if (rows.empty() || all <= 0)
        return sums;
    const auto &text = workspace.text;
    const auto below = text.lines[rows.back().lines.last - 1].tokens.last;
    const auto end = text.page(text.lines[rows.back().lines.last - 1].page).tokens.last;
    const auto printed = workspace.occurrences.in({below, std::max(below, end)}, ValueKind::Money);
    sums.addUp = std::ranges::any_of(
        printed, [all](const Occurrence &amount) { return std::abs(amount.number - all) < sameAmount; });
    return sums;
}

namespace {

/// The number of a word without its first digit ("526.50" for "$26.50") or its last one ("47.805" for "47.80S").
std::optional<double> withoutDigit(const Candidate &value, const Workspace &workspace, bool isFirst)
{
    const auto &word = workspace.text.tokens[value.spans.front().last - 1].text;
    const auto first = std::ranges::find_if(word, [](QChar c) { return c.isDigit(); });
    if (first == word.end() || !word.back().isDigit())
        return {};
    const QStringView digits(word.constData() + (first - word.begin()), word.size() - (first - word.begin()));
    int decimals = 0;
    const auto number =
        readNumber(isFirst ? digits.sliced(1) : digits.chopped(1), workspace.occurrences.decimalSign(), &decimals);
    return decimals == 2 ? number : std::nullopt;
}

} // namespace

void mendByProducts(std::vector<Row> &rows, const std::vector<FieldSpec> &fields, const Workspace &workspace)
{
    const auto roles = itemRoles(fields);
    for (auto &row : rows) {
        const auto amount = numberOf(row, roles.amount), price = numberOf(row, roles.price),
                   quantity = numberOf(row, roles.quantity);
        if (!amount || !price || !quantity || std::abs(*quantity * *price - *amount) < sameAmount)
            continue;
        auto &priceCell = *row.values[std::size_t(roles.price)], &amountCell = *row.values[std::size_t(roles.amount)];
        if (const auto other = withoutDigit(priceCell, workspace, true);
            other && std::abs(*quantity * *other - *amount) < sameAmount)
            priceCell.value = *other;
        else if (const auto shorter = withoutDigit(amountCell, workspace, false);
                 shorter && std::abs(*quantity * *price - *shorter) < sameAmount)
            amountCell.value = *shorter;
    }
}

void dropReductions(std::vector<Row> &rows, const std::vector<FieldSpec> &fields, const Workspace &workspace)
{
    const auto roles = itemRoles(fields);
    if (roles.amount < 0 || roles.name < 0 || fields[std::size_t(roles.amount)].hasReductions)
        return;
    std::erase_if(rows, [&](const Row &row) {
        const auto amount = numberOf(row, roles.amount);
        const auto &name = row.values[std::size_t(roles.name)];
        return amount && *amount < 0 && name &&
               workspace.lexicon.says(workspace.labels.bagOf(name->spans.front()), "discount"_L1);
    });
}

} // namespace xs::engine
