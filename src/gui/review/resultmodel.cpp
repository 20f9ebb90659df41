// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/resultmodel.h"

#include "base/jsonpointer.h"
#include "gui/common/plaintip.h"

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

void ResultModel::decide(const QString &path, const xs::review::Decision &decision)
{
    const auto known = m_valueOfPath.constFind(path);
    if (known == m_valueOfPath.cend())
        return;
    const auto *engine = m_nodes[*known];
    m_values[*known] = xs::review::judge(path, *engine, field(path), m_rules.limitsFor(m_result, path), decision);
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
    // The document's own values are no row: each is looked at by itself.
    if (!row->parent || !row->parent->parent)
        return paths;
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
