// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/resultmodel.h"

#include "base/jsonpointer.h"
#include "gui/common/confidencepainter.h"
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
    m_nodes.clear();
    m_nodes.reserve(m_values.size());
    for (const auto *row : m_places.ofValue)
        m_nodes.push_back(row->node->kind == ResultNode::Kind::Value
                              ? row->node
                              : &row->node->children[m_nodes.size() - row->firstValue]);
    for (const auto &[path, decision] : decisions)
        decide(path, decision);
    summarizeTree(*m_root, m_values);
    endResetModel();
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
    for (const auto &[path, decision] : decisions)
        for (auto index = indexOf(path); index.isValid(); index = index.parent())
            emit dataChanged(index.siblingAtColumn(0), index.siblingAtColumn(ColumnCount - 1));
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
    for (auto &cell : cells) {
        const auto path = row.path + u'/' + domain::pointerStep(cell.name);
        cell.node = counting(path, member(*row.node, cell.name));
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
    return row->parent ? static_cast<int>(row->parent->children.size()) - 1 : 0;
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

/// A row of a small table is one thing to a screen reader, and so says all its cells.
QString ResultModel::spokenRow(const Row &row) const
{
    QStringList cells;
    for (const auto &cell : cellsOf(row))
        if (cell.node)
            cells << displayText(cell.node->value);
    return tr("Row %1").arg(row.name) + u": "_s + cells.join(u", "_s);
}

QString ResultModel::spokenValue(const QString &path) const
{
    const auto *row = rowOfPath(path);
    const auto *known = value(path);
    if (!row || !known)
        return {};
    constexpr qsizetype longest = 500;
    const auto shown = known->isNull ? tr("no value") : displayText(node(path)->value).left(longest).simplified();
    QStringList parts{
        row->kind != RowKind::TableRow
            ? tr("%1: %2", "name and value").arg(row->name, shown)
            : tr("Row %1, %2: %3", "row, column and value").arg(row->name, nameOfStep(path.section(u'/', -1)), shown)};
    if (!known->isNull || known->score)
        parts << common::ConfidencePainter::sentence(known->level, known->score);
    if (known->fault)
        parts << faultText(*known->fault);
    if (known->lacksEvidence())
        parts << tr("no evidence");
    parts << verdictText(known->verdict);
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString ResultModel::valueText(const Row &row) const
{
    if (row.kind == RowKind::Value) {
        const auto &shown = counting(row.path, row.node)->value;
        return shown.is_null() ? tr("no value") : displayText(shown);
    }
    if (row.kind != RowKind::Group || row.node->kind != ResultNode::Kind::List)
        return {};
    QStringList parts{tr("%n row(s)", nullptr, static_cast<int>(row.node->children.size()))};
    if (row.waiting > 0)
        parts << tr("%n need(s) attention", "values of a list", row.waiting);
    if (row.edited > 0)
        parts << tr("%n edited", "values of a list", row.edited);
    return parts.join(u" · "_s);
}

QString ResultModel::pageText(const Row &row) const
{
    const auto *known = value(row.path);
    if (!known || known->isNull)
        return {};
    if (known->lacksEvidence())
        return tr("none", "no page: there is no evidence");
    QStringList pages;
    for (const auto &citation : counting(row.path, row.node)->evidence->citations)
        if (const auto page = QString::number(citation.page); citation.page > 0 && !pages.contains(page))
            pages << page;
    return pages.join(", "_L1);
}

QString ResultModel::text(const Row &row, int column) const
{
    const auto *known = row.kind == RowKind::Value ? value(row.path) : nullptr;
    switch (column) {
    case FieldColumn:
        return row.name;
    case ValueColumn:
        return valueText(row);
    case ConfidenceColumn:
        if (known && !(known->isNull && !known->score))
            return common::ConfidencePainter::sentence(known->level, known->score);
        return {};
    case StateColumn:
        return known ? verdictText(known->verdict) : QString();
    case PageColumn:
        return row.kind == RowKind::Value ? pageText(row) : QString();
    default:
        return {};
    }
}

QString ResultModel::tooltip(const Row &row, int column) const
{
    const auto *known = value(row.path);
    if (column == FieldColumn)
        if (const auto *described = field(row.path); described && !described->description.isEmpty())
            return described->description;
    if (column == ValueColumn && row.kind == RowKind::Value)
        return known && known->fault ? faultText(*known->fault) : text(row, column);
    if (column == ConfidenceColumn)
        return known && !text(row, column).isEmpty() ? confidenceDetail(*known, row.node) : QString();
    return {};
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
        return row.kind == RowKind::TableRow && index.column() == FieldColumn ? spokenRow(row)
                                                                              : text(row, index.column());
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
