// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of objects in a ResultModel: their cells, and the order of their rows.
#include "base/jsonpointer.h"
#include "gui/review/resultmodel.h"

using namespace Qt::StringLiterals;

namespace xs::gui::review {

using domain::ResultNode;

ResultModel::TableOrder ResultModel::tableOrder(const QString &list) const
{
    return m_tableOrders.value(list);
}

int ResultModel::elementCount(const QString &list) const
{
    const auto *row = list.isEmpty() ? m_root.get() : m_places.byPath.value(list);
    return row && !row->columns.empty() ? elementCount(*row) : 0;
}

const ResultNode *ResultModel::element(const QString &list, int number) const
{
    const auto *row = list.isEmpty() ? m_root.get() : m_places.byPath.value(list);
    const auto *node = row ? row->node : nullptr;
    return node && number >= 0 && number < static_cast<int>(node->children.size())
               ? &node->children[static_cast<std::size_t>(number)]
               : nullptr;
}

const domain::ResultNode *ResultModel::cell(const QString &list, int number, const QString &column) const
{
    const auto *object = element(list, number);
    const auto *engine = object ? member(*object, column) : nullptr;
    if (!engine || m_edited.empty())
        return engine;
    return counting(list + u'/' + QString::number(number) + u'/' + domain::pointerStep(column), engine);
}

void ResultModel::orderTable(const QString &list, const TableOrder &order, const std::vector<int> &elements)
{
    auto *table = list.isEmpty() ? m_root.get() : m_places.byPath.value(list);
    if (!table || elementCount(*table) != static_cast<int>(elements.size()))
        return;
    const QList<QPersistentModelIndex> parents{indexOfRow(table)};
    emit layoutAboutToBeChanged(parents, QAbstractItemModel::VerticalSortHint);
    const auto before = persistentIndexList();
    // The header stays; the rows are found by their number, wherever they stand.
    std::vector<std::unique_ptr<Row>> rows(elements.size());
    for (std::size_t i = 1; i <= rows.size(); ++i) {
        auto &row = table->children[i];
        rows[row->element] = std::move(row);
    }
    for (std::size_t i = 0; i < elements.size(); ++i) {
        auto &place = table->children[i + 1];
        place = std::move(rows[static_cast<std::size_t>(elements[i])]);
        place->position = static_cast<int>(i) + 1;
    }
    QModelIndexList after;
    for (const auto &index : before)
        after << indexOfRow(rowOf(index), index.column());
    changePersistentIndexList(before, after);
    m_tableOrders.insert(list, order);
    emit layoutChanged(parents, QAbstractItemModel::VerticalSortHint);
}

std::vector<TableCell> ResultModel::cellsOf(const Row &row) const
{
    auto cells = row.parent->columns;
    if (row.kind != RowKind::TableRow)
        return cells;
    const auto &members = row.node->children;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        auto &cell = cells[i];
        const auto path = row.path + u'/' + domain::pointerStep(cell.name);
        // In most tables the members stand as the columns do.
        const bool isInPlace = i < members.size() && members[i].name == cell.name;
        cell.node = counting(path, isInPlace ? &members[i] : member(*row.node, cell.name));
        if (const auto *known = value(path))
            cell.value = *known;
    }
    return cells;
}

std::vector<TableCell> ResultModel::cells(const QModelIndex &index) const
{
    const auto *row = rowOf(index);
    return row->parent ? cellsOf(*row) : std::vector<TableCell>();
}

int ResultModel::tableSize(const QModelIndex &index) const
{
    const auto *row = rowOf(index);
    return row->parent ? elementCount(*row->parent) : 0;
}

/// Besides them there is the header, and in a result that is a list the group of the values without evidence.
int ResultModel::elementCount(const Row &table) const
{
    return static_cast<int>(table.children.size()) - (m_unproven && m_unproven->parent == &table ? 2 : 1);
}

std::vector<TableCell> ResultModel::tableRow(const QModelIndex &index, int element) const
{
    // The header is the first child.
    return cellsOf(*rowOf(index)->parent->children.at(element + 1));
}

} // namespace xs::gui::review
