// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/resultrows.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::review {

using domain::ResultNode;
using xs::review::Attention;
using xs::review::ReviewValue;

const ResultNode *member(const ResultNode &object, const QString &name)
{
    const auto found = std::ranges::find(object.children, name, &ResultNode::name);
    return found != object.children.end() ? &*found : nullptr;
}

namespace {

bool isFlatObject(const ResultNode &node)
{
    return node.kind == ResultNode::Kind::Object && !node.children.empty() &&
           std::ranges::all_of(node.children,
                               [](const ResultNode &child) { return child.kind == ResultNode::Kind::Value; });
}

bool isTable(const ResultNode &node)
{
    return node.kind == ResultNode::Kind::List && !node.children.empty() &&
           std::ranges::all_of(node.children, isFlatObject);
}

bool isNumeric(const schema::Field *field, const ResultNode *example)
{
    if (field && field->type != schema::FieldType::Any)
        return field->type == schema::FieldType::Number || field->type == schema::FieldType::Integer;
    return example && example->value.is_number();
}

/// The columns of a table: the schema's order, then members that it does not know, as they come.
QStringList columnNames(const ResultNode &list, const schema::Field *field)
{
    QStringList names;
    QSet<QString> known;
    const auto add = [&](const QString &name) {
        if (known.contains(name))
            return;
        known.insert(name);
        names << name;
    };
    if (field)
        for (const auto &child : field->children)
            if (std::ranges::any_of(list.children, [&](const ResultNode &row) { return member(row, child.name); }))
                add(child.name);
    for (const auto &row : list.children)
        for (const auto &cell : row.children)
            add(cell.name);
    return names;
}

class RowBuilder
{
public:
    RowBuilder(const schema::Field &schema, RowPlaces &places) : m_schema(schema), m_places(places) {}

    void buildRoot(ResultRow &root, const ResultNode &result)
    {
        root.node = &result;
        if (result.kind == ResultNode::Kind::Value)
            takeValues(root, 1);
        if (isTable(result))
            buildTable(root, result);
        else
            build(root, result);
    }

private:
    void build(ResultRow &row, const ResultNode &node)
    {
        for (size_t i = 0; i < node.children.size(); ++i) {
            const auto &child = node.children[i];
            const auto path = row.path + u'/' + domain::stepOf(node, i);
            const bool isValue = child.kind == ResultNode::Kind::Value;
            auto *added = row.add(isValue ? RowKind::Value : RowKind::Group, path, &child);
            added->name = node.kind == ResultNode::Kind::List ? QString::number(i + 1) : child.name;
            if (isValue)
                takeValues(*added, 1);
            else
                m_places.byPath.insert(path, added);
            if (isTable(child))
                buildTable(*added, child);
            else if (!isValue)
                build(*added, child);
        }
    }

    void buildTable(ResultRow &row, const ResultNode &list)
    {
        row.add(RowKind::TableHeader, row.path, &list);
        for (const auto &name : columnNames(list, xs::review::fieldOf(&m_schema, row.path))) {
            const auto *columnField = xs::review::fieldOf(&m_schema, row.path + "/0/"_L1 + domain::pointerStep(name));
            row.columns.push_back({name, isNumeric(columnField, member(list.children.front(), name)), nullptr, {}});
        }
        for (size_t i = 0; i < list.children.size(); ++i) {
            const auto path = row.path + u'/' + QString::number(i);
            auto *added = row.add(RowKind::TableRow, path, &list.children[i]);
            added->name = QString::number(i + 1);
            added->element = i;
            m_places.byPath.insert(path, added);
            takeValues(*added, list.children[i].children.size());
        }
    }

    void takeValues(ResultRow &row, std::size_t count)
    {
        row.firstValue = m_places.ofValue.size();
        row.valueCount = count;
        m_places.ofValue.insert(m_places.ofValue.end(), count, &row);
    }

    const schema::Field &m_schema;
    RowPlaces &m_places;
};

} // namespace

std::unique_ptr<ResultRow> buildRows(const ResultNode &result, const schema::Field &schema, RowPlaces &places)
{
    auto root = std::make_unique<ResultRow>();
    RowBuilder(schema, places).buildRoot(*root, result);
    return root;
}

ResultRow *addUnproven(ResultRow &root, const std::vector<ReviewValue> &values,
                       const std::vector<const ResultNode *> &nodes)
{
    if (std::ranges::none_of(
            nodes, [](const ResultNode *node) { return node->evidence && !node->evidence->citations.empty(); }))
        return nullptr;
    auto *group = root.add(RowKind::Group, {}, nullptr);
    for (std::size_t i = 0; i < values.size(); ++i)
        if (values[i].lacksEvidence()) {
            auto *row = group->add(RowKind::Value, values[i].path, nodes[i]);
            row->firstValue = i;
            row->valueCount = 1;
        }
    return group;
}

void summarizeTree(ResultRow &row, const std::vector<ReviewValue> &values)
{
    for (const auto &child : row.children)
        summarizeTree(*child, values);
    summarize(row, values);
}

void summarize(ResultRow &row, const std::vector<ReviewValue> &values)
{
    row.attention = Attention::None;
    row.anyWithoutEvidence = false;
    row.waiting = 0;
    row.edited = 0;
    for (auto i = row.firstValue; i < row.firstValue + row.valueCount; ++i) {
        const auto &value = values[i];
        row.attention = std::min(row.attention, value.attention);
        row.anyWithoutEvidence |= value.lacksEvidence();
        row.waiting += value.needsAttention() ? 1 : 0;
        row.edited += xs::review::isEdit(value.verdict) ? 1 : 0;
    }
    for (const auto &child : row.children) {
        if (child->kind == RowKind::TableHeader)
            continue;
        row.attention = std::min(row.attention, child->attention);
        row.anyWithoutEvidence |= child->anyWithoutEvidence;
        row.waiting += child->waiting;
        row.edited += child->edited;
    }
    // The names of the columns belong to whatever is shown of their table.
    if (!row.children.empty() && row.children.front()->kind == RowKind::TableHeader) {
        row.children.front()->attention = row.attention;
        row.children.front()->anyWithoutEvidence = row.anyWithoutEvidence;
        row.children.front()->edited = row.edited;
    }
}

} // namespace xs::gui::review
