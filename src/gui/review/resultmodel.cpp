// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/resultmodel.h"

#include "gui/common/confidencepainter.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace xs::gui::review {

using domain::ResultNode;
using xs::review::Attention;
using xs::review::ReviewValue;

/// A row of the tree. It points into the result, which stays where it is until the next setResult().
struct ResultModel::Row
{
    RowKind kind = RowKind::Group;
    QString path;
    QString name;
    const ResultNode *node = nullptr;
    Row *parent = nullptr;
    int position = 0;
    std::vector<std::unique_ptr<Row>> children;
    /// Of the row's own value, or the most urgent and the sum of what lies below.
    Attention attention = Attention::None;
    bool anyWithoutEvidence = false;
    int waiting = 0;
    int edited = 0;
    /// Of a list that is shown as a table.
    std::vector<TableCell> columns;

    Row *add(RowKind childKind, const QString &childPath, const ResultNode *childNode)
    {
        children.push_back(std::make_unique<Row>());
        auto *child = children.back().get();
        child->kind = childKind;
        child->path = childPath;
        child->node = childNode;
        child->parent = this;
        child->position = static_cast<int>(children.size()) - 1;
        return child;
    }
};

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

const ResultNode *member(const ResultNode &object, const QString &name)
{
    const auto found = std::ranges::find(object.children, name, &ResultNode::name);
    return found != object.children.end() ? &*found : nullptr;
}

/// The columns of a table: the schema's order, then members that it does not know, as they come.
QStringList columnNames(const ResultNode &list, const schema::Field *field)
{
    QStringList names;
    std::set<QString> known;
    const auto add = [&](const QString &name) {
        if (known.insert(name).second)
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

} // namespace

ResultModel::ResultModel(QObject *parent) : QAbstractItemModel(parent), m_root(std::make_unique<Row>())
{
}

ResultModel::~ResultModel() = default;

void ResultModel::setResult(ResultNode result, schema::Field schema, const domain::ConfidenceLimits &limits,
                            const xs::review::Decisions &decisions)
{
    beginResetModel();
    m_result = std::move(result);
    m_schema = std::move(schema);
    m_limits = limits;
    m_edited.clear();
    m_values = xs::review::reviewValues(m_result, &m_schema, limits);
    m_valueOfPath.clear();
    m_nodeOfPath.clear();
    m_rowOfPath.clear();
    for (size_t i = 0; i < m_values.size(); ++i)
        m_valueOfPath.insert(m_values[i].path, i);
    domain::forEachValue(m_result,
                         [this](const QString &path, const ResultNode &node) { m_nodeOfPath.insert(path, &node); });
    m_root = std::make_unique<Row>();
    m_root->node = &m_result;
    if (isTable(m_result))
        buildTable(*m_root, m_result);
    else
        build(*m_root, m_result);
    for (const auto &[path, decision] : decisions)
        decide(path, decision);
    summarizeTree(*m_root);
    endResetModel();
}

void ResultModel::decide(const QString &path, const xs::review::Decision &decision)
{
    const auto known = m_valueOfPath.constFind(path);
    if (known == m_valueOfPath.cend())
        return;
    const auto *engine = m_nodeOfPath.value(path);
    m_values[*known] = xs::review::judge(path, *engine, field(path), m_limits, decision);
    if (xs::review::isEdit(decision.verdict))
        m_edited.insert_or_assign(path, xs::review::decided(*engine, decision));
    else
        m_edited.erase(path);
}

void ResultModel::setDecisions(const xs::review::Decisions &decisions)
{
    for (const auto &[path, decision] : decisions) {
        decide(path, decision);
        for (auto *row = m_rowOfPath.value(path); row; row = row->parent)
            summarize(*row);
    }
    for (const auto &[path, decision] : decisions)
        for (auto index = indexOf(path); index.isValid(); index = index.parent())
            emit dataChanged(index.siblingAtColumn(0), index.siblingAtColumn(ColumnCount - 1));
}

void ResultModel::clear()
{
    ResultNode empty;
    empty.kind = ResultNode::Kind::Object;
    setResult(empty, {});
}

void ResultModel::build(Row &row, const ResultNode &node)
{
    for (size_t i = 0; i < node.children.size(); ++i) {
        const auto &child = node.children[i];
        const auto path = row.path + u'/' + domain::stepOf(node, i);
        const bool isValue = child.kind == ResultNode::Kind::Value;
        auto *added = row.add(isValue ? RowKind::Value : RowKind::Group, path, &child);
        added->name = node.kind == ResultNode::Kind::List ? QString::number(i + 1) : child.name;
        m_rowOfPath.insert(path, added);
        if (isTable(child))
            buildTable(*added, child);
        else if (!isValue)
            build(*added, child);
    }
}

void ResultModel::buildTable(Row &row, const ResultNode &list)
{
    row.add(RowKind::TableHeader, row.path, &list);
    for (const auto &name : columnNames(list, field(row.path))) {
        const auto *columnField = field(row.path + "/0/"_L1 + domain::pointerStep(name));
        row.columns.push_back({name, isNumeric(columnField, member(list.children.front(), name)), nullptr, {}});
    }
    for (size_t i = 0; i < list.children.size(); ++i) {
        const auto path = row.path + u'/' + QString::number(i);
        auto *added = row.add(RowKind::TableRow, path, &list.children[i]);
        added->name = QString::number(i + 1);
        m_rowOfPath.insert(path, added);
        for (const auto &cell : list.children[i].children)
            m_rowOfPath.insert(path + u'/' + domain::pointerStep(cell.name), added);
    }
}

void ResultModel::summarizeTree(Row &row)
{
    for (const auto &child : row.children)
        summarizeTree(*child);
    summarize(row);
}

void ResultModel::summarize(Row &row)
{
    row.attention = Attention::None;
    row.anyWithoutEvidence = false;
    row.waiting = 0;
    row.edited = 0;
    const auto take = [&row](const ReviewValue *value) {
        if (!value)
            return;
        row.attention = std::min(row.attention, value->attention);
        row.anyWithoutEvidence |= value->lacksEvidence();
        row.waiting += value->needsAttention() ? 1 : 0;
        row.edited += xs::review::isEdit(value->verdict) ? 1 : 0;
    };
    if (row.kind == RowKind::Value)
        take(value(row.path));
    else if (row.kind == RowKind::TableRow)
        for (const auto &cell : row.node->children)
            take(value(row.path + u'/' + domain::pointerStep(cell.name)));
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

const ResultNode *ResultModel::counting(const QString &path, const ResultNode *engine) const
{
    const auto edited = m_edited.find(path);
    return edited != m_edited.end() ? &edited->second : engine;
}

const ResultNode *ResultModel::node(const QString &path) const
{
    return counting(path, m_nodeOfPath.value(path));
}

QStringList ResultModel::siblings(const QString &path) const
{
    const auto *row = m_rowOfPath.value(path);
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
    return indexOfRow(m_rowOfPath.value(path));
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
        return text(row, column);
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
        return tooltip(row, index.column());
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

QString verdictText(xs::review::Verdict verdict)
{
    using enum xs::review::Verdict;
    switch (verdict) {
    case None:
        break;
    case Confirmed:
        return ResultModel::tr("confirmed");
    case Corrected:
        return ResultModel::tr("corrected");
    case Absent:
        return ResultModel::tr("absent", "a person says that the document does not say the value");
    case Doubtful:
        return ResultModel::tr("doubtful");
    case Rejected:
        return ResultModel::tr("rejected");
    }
    return ResultModel::tr("machine", "state of a value that nobody has looked at");
}

QStringView verdictIcon(xs::review::Verdict verdict)
{
    using enum xs::review::Verdict;
    switch (verdict) {
    case None:
        break;
    case Confirmed:
        return u"confirmed";
    case Corrected:
        return u"pencil";
    case Absent:
        return u"noevidence";
    case Doubtful:
        return u"flag";
    case Rejected:
        return u"close";
    }
    return u"machine";
}

QString faultText(xs::review::Fault fault)
{
    switch (fault) {
    case xs::review::Fault::Missing:
        return ResultModel::tr("There is no value, but the schema requires one.");
    case xs::review::Fault::WrongType:
        return ResultModel::tr("The value is of another type than the schema asks for.");
    case xs::review::Fault::NotAllowed:
        return ResultModel::tr("The value is none of those that the schema allows.");
    case xs::review::Fault::NoMatch:
        break;
    }
    return ResultModel::tr("The value does not match the schema's pattern.");
}

} // namespace xs::gui::review
