// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/lists.h"

#include "engine/plainlists.h"
#include "engine/pricelines.h"
#include "engine/words.h"

#include <algorithm>
#include <cmath>
#include <map>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

using schema::Field;

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

RowHints hintsOf(const Field &list)
{
    const auto text = fold(list.description);
    RowHints hints;
    hints.totalsAreRows =
        text.contains(u"total"_s) &&
        (text.contains(u"is a row"_s) || text.contains(u"including the row"_s) || text.contains(u"are rows"_s));
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
        if (value) {
            value->inRow = true;
            value->score =
                -1.0 + 2.0 * (*value)[Feature::LabelSimilarity] + 1.5 * (*value)[Feature::Quality] + 1.0 * filled;
        }
}

/// Words behind a quantity are its unit: "1.00 kg".
void splitUnits(Row &row, const std::vector<FieldSpec> &fields, const Workspace &workspace)
{
    const auto find = [&](auto &&wanted) {
        for (std::size_t f = 0; f < fields.size(); ++f)
            if (wanted(fields[f]))
                return int(f);
        return -1;
    };
    const auto unit =
        find([](const FieldSpec &f) { return f.nameSays("unit"_L1) && !f.isNumeric() && !f.nameSays("price"_L1); });
    const auto quantity = find([](const FieldSpec &f) { return f.nameSays("quantity"_L1) && f.isNumeric(); });
    if (unit < 0 || quantity < 0 || row.values[unit] || !row.values[quantity])
        return;
    const auto &text = workspace.text;
    const auto after = row.values[quantity]->spans.front().last;
    if (after >= int(text.tokens.size()) || text.tokens[after].line != text.tokens[after - 1].line)
        return;
    const auto &word = text.tokens[after];
    const auto near = word.box.left() - text.tokens[after - 1].box.right() < 2.5 * word.box.height();
    const auto letters =
        std::ranges::count_if(word.text, [](QChar c) { return c.isLetter() || c == u'²' || c == u'³' || c == u'.'; });
    if (!near || letters != word.text.size() || word.text.size() > 8)
        return;
    Candidate candidate = *row.values[quantity];
    candidate.value = toStd(word.text);
    candidate.spans = {{after, after + 1}};
    row.values[unit] = candidate;
}

/// Fields without a column may be labelled inside the row: "GTIN: 4012345001235" below the description.
void readLabelled(Row &row, const std::vector<FieldSpec> &fields, const Workspace &workspace)
{
    const auto &text = workspace.text;
    std::vector<FieldSpec> missing;
    std::vector<std::size_t> index;
    for (std::size_t f = 0; f < fields.size(); ++f) {
        if (!row.values[f]) {
            missing.push_back(fields[f]);
            index.push_back(f);
        }
    }
    if (missing.empty())
        return;
    const SearchArea band{{text.lines[row.lines.first].segments.first, text.lines[row.lines.last - 1].segments.last},
                          text.lines[row.lines.first].page,
                          text.lines[row.lines.first].page};
    const LabelledSearch search(workspace.labels, workspace.occurrences);
    const auto found = search.find(missing, band);
    for (std::size_t i = 0; i < missing.size(); ++i) {
        for (const auto &candidate : found[i]) {
            const auto inside = candidate.spans.front().first >= text.lines[row.lines.first].tokens.first &&
                                candidate.spans.back().last <= text.lines[row.lines.last - 1].tokens.last;
            if (inside && candidate[Feature::LabelSimilarity] >= 0.7 && candidate[Feature::LabelColon] > 0 &&
                candidate[Feature::Same] + candidate[Feature::Right] > 0) {
                row.values[index[i]] = candidate;
                break;
            }
        }
    }
}

std::vector<Row> bestRows(const std::vector<FieldSpec> &fields, const Workspace &workspace, const SearchArea &area,
                          const RowHints &hints)
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
        const auto worth = head.score * perRow * (1 + 0.2 * std::log2(1.0 + double(rows.size())));
        if (!rows.empty() && worth > most) {
            most = worth;
            best = std::move(rows);
        }
    }
    // Narrow recognised paper rarely has tables with heads; its goods are lines that end with a price.
    const auto &page = workspace.text.page(area.firstPage);
    if (best.empty() || (page.recognised && most < 1.2)) {
        auto lines = readPriceLines(fields, workspace, area);
        double filled = 0;
        for (const auto &row : lines)
            filled += row.filled();
        const auto worth = lines.empty() ? 0.0
                                         : 1.6 * filled / double(lines.size()) / double(fields.size()) *
                                               (1 + 0.2 * std::log2(1.0 + double(lines.size())));
        if (worth > most)
            return lines;
    }
    return best;
}

} // namespace

domain::ResultNode fillList(const Field &list, const Workspace &workspace, const SearchArea &area)
{
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
    for (auto &row : bestRows(fields, workspace, area, hintsOf(list))) {
        splitUnits(row, fields, workspace);
        readLabelled(row, fields, workspace);
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
