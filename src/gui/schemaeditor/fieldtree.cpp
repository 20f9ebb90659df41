// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/fieldtree.h"

#include "schema/pointer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::schemaeditor {

int severityOf(const schema::Finding &finding)
{
    if (finding.isError())
        return 3;
    return finding.kind == schema::FindingKind::KeywordIgnored || finding.kind == schema::FindingKind::Deep ? 1 : 2;
}

std::vector<int> rowPath(const QModelIndex &index)
{
    std::vector<int> path;
    for (auto at = index; at.isValid(); at = at.parent())
        path.insert(path.begin(), at.row());
    return path;
}

int FieldTree::Node::severity() const
{
    int worst = 0;
    for (const auto &finding : findings)
        worst = std::max(worst, severityOf(finding));
    return worst;
}

void FieldTree::Node::number()
{
    for (std::size_t i = 0; i < children.size(); ++i)
        children[i]->row = static_cast<int>(i);
}

FieldTree::FieldTree(SchemaDocument &document, QObject *parent)
    : QAbstractItemModel(parent), m_document(document), m_root(std::make_unique<Node>())
{
    fill(*m_root, m_document.root());
    connect(&m_document, &SchemaDocument::changed, this, &FieldTree::documentChanged);
    connect(&m_document, &SchemaDocument::findingsChanged, this, &FieldTree::layFindings);
}

FieldTree::~FieldTree() = default;

void FieldTree::documentChanged(const SchemaChange &change)
{
    m_places.clear();
    if (std::holds_alternative<SchemaLoaded>(change))
        reset();
    else
        sync(*m_root, m_document.root());
    layFindings();
}

void FieldTree::reset()
{
    beginResetModel();
    m_root = std::make_unique<Node>();
    fill(*m_root, m_document.root());
    endResetModel();
}

void FieldTree::fill(Node &node, const schema::Field &field)
{
    node.field = field;
    node.field.children.clear();
    for (const auto &child : field.children) {
        auto &added = node.children.emplace_back(std::make_unique<Node>());
        added->parent = &node;
        fill(*added, child);
    }
    node.number();
}

/// Rows equal in name at both ends stay; those between are the ones that came, went or were renamed.
void FieldTree::sync(Node &node, const schema::Field &field)
{
    auto own = field;
    own.children.clear();
    if (node.field != own) {
        node.field = std::move(own);
        if (&node != m_root.get())
            emit dataChanged(indexOfNode(node, 0), indexOfNode(node, columnCount({}) - 1));
    }
    const auto &wanted = field.children;
    auto &rows = node.children;
    const auto same = [&](std::size_t row, std::size_t want) { return rows[row]->field.name == wanted[want].name; };
    std::size_t head = 0;
    while (head < rows.size() && head < wanted.size() && same(head, head))
        ++head;
    std::size_t tail = 0;
    while (tail + head < rows.size() && tail + head < wanted.size() &&
           same(rows.size() - 1 - tail, wanted.size() - 1 - tail))
        ++tail;
    const auto here = indexOfNode(node, 0);
    const auto gone = rows.size() - head - tail;
    const auto come = wanted.size() - head - tail;
    const auto isRename = gone == 1 && come == 1;
    if (gone > 0 && !isRename) {
        beginRemoveRows(here, static_cast<int>(head), static_cast<int>(head + gone - 1));
        rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(head),
                   rows.begin() + static_cast<std::ptrdiff_t>(head + gone));
        node.number();
        endRemoveRows();
    }
    if (come > 0 && !isRename) {
        beginInsertRows(here, static_cast<int>(head), static_cast<int>(head + come - 1));
        for (auto i = head; i < head + come; ++i) {
            auto added = std::make_unique<Node>();
            added->parent = &node;
            fill(*added, wanted[i]);
            rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(i), std::move(added));
        }
        node.number();
        endInsertRows();
    }
    for (std::size_t i = 0; i < rows.size(); ++i)
        sync(*rows[i], wanted[i]);
}

void FieldTree::layFindings()
{
    m_places.clear();
    m_findingsOfAll.clear();
    std::vector<Node *> all;
    const auto collect = [&](auto &&self, Node &node) -> void {
        for (auto &child : node.children) {
            all.push_back(child.get());
            if (!m_places.contains(child->field.pointer))
                m_places.insert(child->field.pointer, child.get());
            self(self, *child);
        }
    };
    collect(collect, *m_root);
    QHash<Node *, std::vector<schema::Finding>> found;
    for (const auto &finding : m_document.findings()) {
        auto pointer = finding.pointer;
        while (!pointer.isEmpty() && !m_places.contains(pointer))
            pointer = schema::parentPointer(pointer);
        if (!pointer.isEmpty())
            found[m_places[pointer]].push_back(finding);
        else
            m_findingsOfAll.push_back(finding);
    }
    std::ranges::stable_sort(m_findingsOfAll, std::greater<>{}, severityOf);
    for (auto *node : all) {
        auto findings = found.take(node);
        std::ranges::stable_sort(findings, std::greater<>{}, severityOf);
        if (findings == node->findings)
            continue;
        node->findings = std::move(findings);
        emit dataChanged(indexOfNode(*node, 0), indexOfNode(*node, columnCount({}) - 1));
    }
}

FieldTree::Node *FieldTree::node(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex FieldTree::indexOfNode(const Node &node, int column) const
{
    return &node == m_root.get() ? QModelIndex() : createIndex(node.row, column, const_cast<Node *>(&node));
}

const std::vector<schema::Finding> &FieldTree::findings(const QModelIndex &index) const
{
    return node(index)->findings;
}

const schema::Field &FieldTree::field(const QModelIndex &index) const
{
    return node(index)->field;
}

const FieldTree::Node *FieldTree::find(const Node &node, const QString &pointer) const
{
    for (const auto &child : node.children) {
        if (child->field.pointer == pointer)
            return child.get();
        if (const auto *found = find(*child, pointer))
            return found;
    }
    return nullptr;
}

QModelIndex FieldTree::indexOf(const QString &pointer, int column) const
{
    // While rows come and go there is no index of the places.
    for (auto place = pointer; !place.isEmpty(); place = schema::parentPointer(place))
        if (const auto *found = m_places.isEmpty() ? find(*m_root, place) : m_places.value(place))
            return indexOfNode(*found, column);
    return {};
}

QModelIndex FieldTree::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, node(parent)->children[static_cast<std::size_t>(row)].get());
}

QModelIndex FieldTree::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOfNode(*node(index)->parent, 0) : QModelIndex();
}

int FieldTree::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(node(parent)->children.size());
}

} // namespace xs::gui::schemaeditor
