// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/lists.h"

#include "engine/candidates/resultnodes.h"
#include "engine/fields/sectionnames.h"
#include "engine/tables/bestrows.h"
#include "engine/tables/blocks.h"
#include "engine/tables/finishrows.h"
#include "engine/tables/inlinerows.h"
#include "engine/tables/labelledentries.h"
#include "engine/tables/markedrates.h"
#include "engine/tables/periodrows.h"
#include "engine/tables/plainlists.h"
#include "engine/tables/rangecells.h"
#include "engine/tables/rowchoices.h"
#include "engine/tables/sectionheads.h"
#include "engine/tables/sectionlines.h"

#include <algorithm>
#include <map>

namespace xs::engine {

namespace {

using schema::Field;

/// Rows that have less of a list's fields may be those of another list.
constexpr double leastFilledOfOwn = 0.6;

void collectLeaves(const Field &object, std::vector<const Field *> parents, const Lexicon &lexicon,
                   std::vector<FieldSpec> &leaves)
{
    parents.push_back(&object);
    for (const auto &child : object.children) {
        if (child.isContainer() && !child.list)
            collectLeaves(child, parents, lexicon, leaves);
        else if (!child.list)
            leaves.push_back(fieldSpec(child, parents, lexicon));
    }
}

domain::ResultNode rowNode(const Field &field, const Text &text, const std::map<QString, const Candidate *> &values)
{
    if (field.list)
        return emptyNode(field);
    if (!field.isContainer()) {
        const auto found = values.find(field.pointer);
        return valueNode(field, text, found != values.end() ? found->second : nullptr);
    }
    domain::ResultNode node;
    node.kind = domain::ResultNode::Kind::Object;
    node.name = field.name;
    for (const auto &child : field.children)
        node.children.push_back(rowNode(child, text, values));
    return node;
}

/// How sure a value in a table is: how well the head names the field and how many of the row's fields were found.
void scoreRow(Row &row, std::size_t fields, const Text &text)
{
    const auto filled = double(row.filled()) / double(std::max<std::size_t>(1, fields));
    for (auto &value : row.values)
        if (value) {
            value->inRow = true;
            (*value)[Feature::Recognised] =
                !value->spans.empty() && text.page(text.tokens[value->spans.front().first].page).recognised;
            value->score =
                -1.0 + 2.0 * (*value)[Feature::LabelSimilarity] + 1.5 * (*value)[Feature::Quality] + 1.0 * filled;
        }
}

/// Rows of a table outside the section that a heading opens for the list are no rows of it, where some stand inside.
void keepSection(std::vector<Row> &rows, const Field &list, const Workspace &workspace, const SearchArea &area)
{
    const auto &text = workspace.text;
    for (const auto head : headsOf(list, workspace, area)) {
        const auto lines = linesUnder(text.segments[head], text, area);
        if (lines.empty())
            continue;
        const auto isOutside = [&](const Row &row) {
            return row.lines.first < text.segments[head].line || row.lines.first > lines.back().line;
        };
        if (std::ranges::all_of(rows, isOutside))
            continue;
        std::erase_if(rows, isOutside);
        return;
    }
}

/// Entries below a heading, or in the words beside it.
std::vector<Row> sectionRows(const Field &list, const std::vector<FieldSpec> &fields, const Workspace &workspace,
                             const SearchArea &area)
{
    auto rows = readLabelledEntries(list, fields, workspace, area);
    if (rows.empty())
        rows = readBlocks(list, fields, workspace, area);
    return rows.empty() ? readInlineRows(list, fields, workspace, area) : rows;
}

/// `taken` are the lines of other lists' rows; null where every row of the document is a result.
domain::ResultNode fill(const Field &list, const Workspace &workspace, const SearchArea &area, std::set<int> *taken)
{
    const auto rowsAreResults = taken == nullptr;
    domain::ResultNode node;
    node.kind = domain::ResultNode::Kind::List;
    node.name = list.name;
    if (area.segments.isEmpty())
        return node;
    if (!list.isContainer())
        return fillPlainList(list, workspace, area);
    std::vector<FieldSpec> fields;
    collectLeaves(list, {}, workspace.lexicon, fields);
    auto element = list;
    element.list = false;
    element.name.clear();
    auto hints = hintsOf(list);
    hints.rowsAreResults = rowsAreResults;
    hints.taken = taken;
    // What headings of a résumé open is no table, though words there may look like a head.
    const auto isSection =
        !rowsAreResults && !sectionOfList(list).isEmpty() && hasSections(workspace.text, area.segments);
    auto rows = isSection ? sectionRows(list, fields, workspace, area) : std::vector<Row>();
    if (rows.empty() && !rowsAreResults)
        rows = readPeriodRows(fields, workspace, area);
    if (rows.empty()) {
        rows = bestRows(fields, workspace, area, hints);
        if (isSection)
            keepSection(rows, list, workspace, area);
    }
    dropExcluded(rows, hints, workspace.text);
    if (rowsAreResults)
        fillDown(rows, fields);
    if (rowsAreResults)
        fillChoices(rows, fields, workspace.text);
    for (const auto &row : rows)
        if (taken && row.filled() >= leastFilledOfOwn * double(fields.size()))
            taken->insert(row.lines.first);
    if (rows.empty() && !isSection)
        rows = sectionRows(list, fields, workspace, area);
    if (!rowsAreResults)
        splitRowNumbers(rows, fields, workspace.text);
    splitCodes(rows, fields, workspace.text);
    if (!rowsAreResults)
        readMarkedRates(rows, fields, workspace);
    if (!rowsAreResults)
        readGroupReferences(rows, fields, workspace);
    readRanges(rows, fields, workspace);
    for (auto &row : rows) {
        splitUnits(row, fields, workspace);
        dropPriceOfOne(row, fields, workspace.text);
        dropRemarks(row, fields);
        readLabelled(row, fields, workspace);
        fillEmpty(row, fields);
        scoreRow(row, fields.size(), workspace.text);
        std::map<QString, const Candidate *> values;
        for (std::size_t f = 0; f < fields.size(); ++f)
            if (row.values[f])
                values[fields[f].field.pointer] = &*row.values[f];
        node.children.push_back(rowNode(element, workspace.text, values));
    }
    return node;
}

} // namespace

domain::ResultNode fillList(const Field &list, const Workspace &workspace, const SearchArea &area, std::set<int> &taken)
{
    return fill(list, workspace, area, &taken);
}

domain::ResultNode fillRows(const Field &root, const Workspace &workspace, const SearchArea &area)
{
    auto list = root;
    list.list = true;
    return fill(list, workspace, area, nullptr);
}

} // namespace xs::engine
