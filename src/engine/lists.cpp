// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/lists.h"

#include "engine/words.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

using schema::Field;

void collectLeaves(const Field &object, std::vector<const Field *> parents, const Lexicon &lexicon, std::vector<FieldSpec> &leaves)
{
    parents.push_back(&object);
    for (const auto &child : object.children) {
        if (child.isContainer() && !child.list)
            collectLeaves(child, parents, lexicon, leaves);
        else if (!child.list)
            leaves.push_back(fieldSpec(child, parents, lexicon));
    }
}

RowHints hintsOf(const Field &list)
{
    const auto text = fold(list.description);
    RowHints hints;
    hints.totalsAreRows = text.contains(u"total"_s) && (text.contains(u"is a row"_s) || text.contains(u"including the row"_s) || text.contains(u"are rows"_s));
    return hints;
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
void scoreRow(Row &row, std::size_t fields)
{
    const auto filled = double(row.filled()) / double(std::max<std::size_t>(1, fields));
    for (auto &value : row.values)
        if (value)
            value->score = -1.0 + 2.0 * (*value)[Feature::LabelSimilarity] + 1.5 * (*value)[Feature::Quality] + 1.0 * filled;
}

std::vector<Row> bestRows(const std::vector<FieldSpec> &fields, const Workspace &workspace, const SearchArea &area, const RowHints &hints)
{
    std::vector<Row> best;
    double most = 0;
    int tried = 0;
    for (const auto &head : findHeads(fields, workspace, area)) {
        if (++tried > 6)
            break;
        auto rows = readRows(head, fields, workspace, area, hints);
        double filled = 0;
        for (const auto &row : rows)
            filled += row.filled();
        const auto perRow = rows.empty() ? 0.0 : filled / double(rows.size()) / double(fields.size());
        const auto worth = head.score * perRow * (1 + 0.15 * std::min<double>(4, double(rows.size())));
        if (!rows.empty() && worth > most) {
            most = worth;
            best = std::move(rows);
        }
    }
    return best;
}

} // namespace

domain::ResultNode fillList(const Field &list, const Workspace &workspace, const SearchArea &area)
{
    domain::ResultNode node;
    node.kind = domain::ResultNode::Kind::List;
    node.name = list.name;
    if (!list.isContainer() || area.segments.isEmpty())
        return node;
    std::vector<FieldSpec> fields;
    collectLeaves(list, {}, workspace.lexicon, fields);
    auto element = list;
    element.list = false;
    element.name.clear();
    for (auto &row : bestRows(fields, workspace, area, hintsOf(list))) {
        scoreRow(row, fields.size());
        std::map<QString, const Candidate *> values;
        for (std::size_t f = 0; f < fields.size(); ++f)
            if (row.values[f])
                values[fields[f].field.pointer] = &*row.values[f];
        node.children.push_back(rowNode(element, workspace.text, values));
    }
    return node;
}

domain::ResultNode fillRows(const Field &root, const Workspace &workspace, const SearchArea &area)
{
    auto list = root;
    list.list = true;
    return fillList(list, workspace, area);
}

} // namespace xs::engine
