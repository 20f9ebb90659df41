// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/resultmodel.h"

#include "base/jsonpointer.h"
#include "domain/resultpath.h"
#include "gui/common/plaintip.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::review {

using domain::ResultNode;
using xs::review::ReviewValue;

ResultModel::ResultModel(QObject *parent) : QAbstractItemModel(parent), m_root(std::make_unique<Row>())
{
}

ResultModel::~ResultModel() = default;

void ResultModel::setResult(ResultNode result, schema::Field schema, const domain::ConfidenceRules &rules,
                            const xs::review::Decisions &decisions)
{
    beginResetModel();
    m_result = std::move(result);
    m_schema = std::move(schema);
    m_rules = rules;
    m_edited.clear();
    m_values = xs::review::reviewValues(m_result, &m_schema, rules);
    m_valueOfPath.clear();
    m_valueOfPath.reserve(static_cast<qsizetype>(m_values.size()));
    for (size_t i = 0; i < m_values.size(); ++i)
        m_valueOfPath.insert(m_values[i].path, i);
    m_places = {};
    m_root = buildRows(m_result, m_schema, m_places);
    m_tableOrders.clear();
    m_nodes.clear();
    m_nodes.reserve(m_values.size());
    for (const auto *row : m_places.ofValue)
        m_nodes.push_back(row->node->kind == ResultNode::Kind::Value
                              ? row->node
                              : &row->node->children[m_nodes.size() - row->firstValue]);
    for (const auto &[path, decision] : decisions)
        decide(path, decision);
    m_unproven = addUnproven(*m_root, m_values, m_nodes);
    nameUnproven();
    summarizeTree(*m_root, m_values);
    endResetModel();
}

void ResultModel::nameUnproven()
{
    if (!m_unproven)
        return;
    m_unproven->name = tr("Without evidence", "the group of such values");
    for (const auto &row : m_unproven->children)
        row->name = domain::readablePathIn(m_result, row->path);
}

void ResultModel::decide(const QString &path, const xs::review::Decision &decision)
{
    const auto known = m_valueOfPath.constFind(path);
    if (known == m_valueOfPath.cend())
        return;
    const auto *engine = m_nodes[*known];
    m_values[*known] = xs::review::judge(path, *engine, field(path), m_rules.limitsFor(path), decision);
    // What was removed is still shown, crossed out.
    if (xs::review::isEdit(decision.verdict) && decision.verdict != xs::review::Verdict::Removed)
        m_edited.insert_or_assign(path, xs::review::decided(*engine, decision));
    else
        m_edited.erase(path);
}

void ResultModel::setDecisions(const xs::review::Decisions &decisions)
{
    for (const auto &[path, decision] : decisions) {
        decide(path, decision);
        for (auto *row = const_cast<Row *>(rowOfPath(path)); row; row = row->parent)
            summarize(*row, m_values);
    }
    const auto tell = [this](const QModelIndex &index) {
        emit dataChanged(index.siblingAtColumn(0), index.siblingAtColumn(ColumnCount - 1));
    };
    for (const auto &[path, decision] : decisions) {
        for (auto index = indexOf(path); index.isValid(); index = index.parent())
            tell(index);
        if (const auto link = takeUnproven(path); link.isValid())
            tell(link);
    }
    if (m_unproven) {
        summarizeTree(*m_unproven, m_values);
        tell(indexOfRow(m_unproven));
    }
}

/// A value that lost or won its evidence comes or goes. Returns its row in the group, or an invalid index.
QModelIndex ResultModel::takeUnproven(const QString &path)
{
    const auto position = m_unproven ? positionOf(path) : -1;
    if (position < 0)
        return {};
    const auto wanted = static_cast<std::size_t>(position);
    auto &rows = m_unproven->children;
    const auto place = std::ranges::lower_bound(rows, wanted, {}, [](const auto &row) { return row->firstValue; });
    const auto at = static_cast<int>(place - rows.begin());
    const bool isThere = place != rows.end() && (*place)->firstValue == wanted;
    const bool belongs = m_values[wanted].lacksEvidence();
    if (isThere && !belongs) {
        beginRemoveRows(indexOfRow(m_unproven), at, at);
        m_unproven->remove(at);
        endRemoveRows();
        return {};
    }
    if (!isThere && belongs) {
        beginInsertRows(indexOfRow(m_unproven), at, at);
        auto *row = m_unproven->insert(at, RowKind::Value, path, m_nodes[wanted]);
        row->firstValue = wanted;
        row->valueCount = 1;
        row->name = domain::readablePathIn(m_result, path);
        endInsertRows();
    }
    return belongs ? indexOfRow(rows[static_cast<std::size_t>(at)].get()) : QModelIndex();
}

QModelIndex ResultModel::unprovenIndexOf(const QString &path) const
{
    const auto position = m_unproven ? positionOf(path) : -1;
    if (position < 0)
        return {};
    const auto wanted = static_cast<std::size_t>(position);
    const auto &rows = m_unproven->children;
    const auto place = std::ranges::lower_bound(rows, wanted, {}, [](const auto &row) { return row->firstValue; });
    return place != rows.end() && (*place)->firstValue == wanted ? indexOfRow(place->get()) : QModelIndex();
}

QModelIndex ResultModel::unprovenGroup() const
{
    return indexOfRow(m_unproven);
}

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

const ResultModel::Row *ResultModel::rowOfPath(const QString &path) const
{
    const auto position = positionOf(path);
    return position >= 0 ? m_places.ofValue[static_cast<size_t>(position)] : m_places.byPath.value(path);
}

void ResultModel::clear()
{
    ResultNode empty;
    empty.kind = ResultNode::Kind::Object;
    setResult(empty, {});
}

const ResultNode *ResultModel::counting(const QString &path, const ResultNode *engine) const
{
    const auto edited = m_edited.find(path);
    return edited != m_edited.end() ? &edited->second : engine;
}

const ResultNode *ResultModel::node(const QString &path) const
{
    const auto position = positionOf(path);
    return position >= 0 ? counting(path, m_nodes[static_cast<size_t>(position)]) : nullptr;
}

QStringList ResultModel::siblings(const QString &path) const
{
    const auto *row = rowOfPath(path);
    if (!row)
        return {};
    QStringList paths;
    if (row->kind == RowKind::TableRow) {
        for (const auto &cell : row->node->children)
            paths << row->path + u'/' + domain::pointerStep(cell.name);
        return paths;
    }
    for (const auto &sibling : row->parent->children)
        if (sibling->kind == RowKind::Value)
            paths << sibling->path;
    return paths;
}

const ReviewValue *ResultModel::value(const QString &path) const
{
    const auto found = m_valueOfPath.constFind(path);
    return found != m_valueOfPath.cend() ? &m_values[*found] : nullptr;
}

int ResultModel::positionOf(const QString &path) const
{
    const auto found = m_valueOfPath.constFind(path);
    return found != m_valueOfPath.cend() ? static_cast<int>(*found) : -1;
}

const ResultModel::Row *ResultModel::rowOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<const Row *>(index.constInternalPointer()) : m_root.get();
}

QModelIndex ResultModel::indexOfRow(const Row *row, int column) const
{
    return row && row->parent ? createIndex(row->position, column, row) : QModelIndex();
}

QModelIndex ResultModel::indexOf(const QString &path) const
{
    return indexOfRow(rowOfPath(path));
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

QModelIndex ResultModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || (parent.isValid() && parent.column() != 0))
        return {};
    const auto *above = rowOf(parent);
    return row < static_cast<int>(above->children.size()) ? indexOfRow(above->children[row].get(), column)
                                                          : QModelIndex();
}

QModelIndex ResultModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOfRow(rowOf(child)->parent) : QModelIndex();
}

int ResultModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(rowOf(parent)->children.size());
}

/// A view that expands everything need not remember that of rows that have nothing below them.
Qt::ItemFlags ResultModel::flags(const QModelIndex &index) const
{
    const auto flags = QAbstractItemModel::flags(index);
    return index.isValid() && rowOf(index)->kind != RowKind::Group ? flags | Qt::ItemNeverHasChildren : flags;
}

int ResultModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant ResultModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &row = *rowOf(index);
    const auto *known = row.kind == RowKind::Value ? value(row.path) : nullptr;
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return common::plainTip(tooltip(row, index.column()));
    case Qt::TextAlignmentRole:
        return int((index.column() == PageColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return index.column() == FieldColumn ? spokenRow(row) : text(row, index.column());
    case PathRole:
        return row.path;
    case KindRole:
        return static_cast<int>(row.kind);
    case LevelRole:
        return known ? QVariant(static_cast<int>(known->level)) : QVariant();
    case ScoreRole:
        return known && known->score ? QVariant(*known->score) : QVariant();
    case CitationCountRole:
        if (const auto *node = known ? counting(row.path, row.node) : nullptr; node && node->evidence)
            return static_cast<int>(node->evidence->citations.size());
        return 0;
    case AttentionRole:
        return static_cast<int>(row.attention);
    case NoEvidenceRole:
        return row.anyWithoutEvidence;
    case NullRole:
        return known && known->isNull;
    case VerdictRole:
        return known ? QVariant(static_cast<int>(known->verdict)) : QVariant();
    case EditedRole:
        return row.edited > 0;
    default:
        return {};
    }
}

QVariant ResultModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == PageColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case FieldColumn:
        return tr("Field");
    case ValueColumn:
        return tr("Value");
    case ConfidenceColumn:
        return tr("Confidence");
    case StateColumn:
        return tr("State");
    case PageColumn:
        return tr("Page");
    default:
        return {};
    }
}

QHash<int, QByteArray> ResultModel::roleNames() const
{
    auto names = QAbstractItemModel::roleNames();
    names.insert({{PathRole, "path"},
                  {KindRole, "kind"},
                  {LevelRole, "level"},
                  {ScoreRole, "score"},
                  {CitationCountRole, "citationCount"},
                  {AttentionRole, "attention"},
                  {NoEvidenceRole, "noEvidence"},
                  {NullRole, "isNull"},
                  {VerdictRole, "verdict"},
                  {EditedRole, "edited"}});
    return names;
}

} // namespace xs::gui::review
