// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/schemamodel.h"

#include "gui/schemaeditor/commands/movefieldscommand.h"
#include "gui/schemaeditor/commands/renamefieldcommand.h"
#include "gui/schemaeditor/commands/setdescriptioncommand.h"
#include "gui/schemaeditor/commands/setenumvaluescommand.h"
#include "gui/schemaeditor/commands/setexamplecommand.h"
#include "gui/schemaeditor/commands/setpresencecommand.h"
#include "gui/schemaeditor/commands/settypecommand.h"
#include "schema/pointer.h"
#include "wording/findingtext.h"

#include <QMimeData>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace xs::gui::schemaeditor {

namespace {

const auto fieldMime = u"application/x-extract-studio-fields"_s;

int severityOf(const schema::Finding &finding)
{
    if (finding.isError())
        return 3;
    return finding.kind == schema::FindingKind::KeywordIgnored || finding.kind == schema::FindingKind::Deep ? 1 : 2;
}

QStringList valuesOf(const QString &text)
{
    QStringList values;
    for (const auto &value : text.split(u','))
        if (!value.trimmed().isEmpty())
            values << value.trimmed();
    return values;
}

} // namespace

struct SchemaModel::Node
{
    schema::Field field; ///< without its children, which are nodes
    Node *parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<Node>> children;
    std::vector<schema::Finding> findings;

    int severity() const
    {
        int worst = 0;
        for (const auto &finding : findings)
            worst = std::max(worst, severityOf(finding));
        return worst;
    }
    void number()
    {
        for (std::size_t i = 0; i < children.size(); ++i)
            children[i]->row = static_cast<int>(i);
    }
};

SchemaModel::SchemaModel(SchemaDocument &document, QObject *parent)
    : QAbstractItemModel(parent), m_document(document), m_root(std::make_unique<Node>())
{
    fill(*m_root, m_document.root());
    syncFindings();
    connect(&m_document, &SchemaDocument::changed, this, &SchemaModel::documentChanged);
}

SchemaModel::~SchemaModel() = default;

void SchemaModel::documentChanged(const SchemaChange &change)
{
    if (std::holds_alternative<SchemaLoaded>(change))
        reset();
    else
        sync(*m_root, m_document.root());
    syncFindings();
}

void SchemaModel::reset()
{
    beginResetModel();
    m_root = std::make_unique<Node>();
    fill(*m_root, m_document.root());
    endResetModel();
}

void SchemaModel::fill(Node &node, const schema::Field &field)
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
void SchemaModel::sync(Node &node, const schema::Field &field)
{
    auto own = field;
    own.children.clear();
    if (node.field != own) {
        node.field = std::move(own);
        if (&node != m_root.get())
            emit dataChanged(indexOfNode(node, Name), indexOfNode(node, ColumnCount - 1));
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
    const auto here = indexOfNode(node, Name);
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

/// Lays each finding to the innermost field in which it lies, and tells which rows look different now.
void SchemaModel::syncFindings()
{
    QHash<QString, Node *> places;
    std::vector<Node *> all;
    const auto collect = [&](auto &&self, Node &node) -> void {
        for (auto &child : node.children) {
            all.push_back(child.get());
            if (!places.contains(child->field.pointer))
                places.insert(child->field.pointer, child.get());
            self(self, *child);
        }
    };
    collect(collect, *m_root);
    QHash<Node *, std::vector<schema::Finding>> found;
    for (const auto &finding : m_document.findings()) {
        auto pointer = finding.pointer;
        while (!pointer.isEmpty() && !places.contains(pointer))
            pointer = schema::parentPointer(pointer);
        if (!pointer.isEmpty())
            found[places[pointer]].push_back(finding);
    }
    for (auto *node : all) {
        auto findings = found.take(node);
        std::ranges::stable_sort(findings, std::greater<>{}, severityOf);
        if (findings == node->findings)
            continue;
        node->findings = std::move(findings);
        emit dataChanged(indexOfNode(*node, Findings), indexOfNode(*node, Findings));
    }
}

SchemaModel::Node *SchemaModel::node(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex SchemaModel::indexOfNode(const Node &node, int column) const
{
    return &node == m_root.get() ? QModelIndex() : createIndex(node.row, column, const_cast<Node *>(&node));
}

const schema::Field &SchemaModel::field(const QModelIndex &index) const
{
    return node(index)->field;
}

const SchemaModel::Node *SchemaModel::find(const Node &node, const QString &pointer) const
{
    for (const auto &child : node.children) {
        if (child->field.pointer == pointer)
            return child.get();
        if (const auto *found = find(*child, pointer))
            return found;
    }
    return nullptr;
}

QModelIndex SchemaModel::indexOf(const QString &pointer, int column) const
{
    for (auto place = pointer; !place.isEmpty(); place = schema::parentPointer(place))
        if (const auto *found = find(*m_root, place))
            return indexOfNode(*found, column);
    return {};
}

SchemaModel::Target SchemaModel::target(const QModelIndex &parent, int row) const
{
    const auto *aim = node(parent);
    const auto isInside = aim == m_root.get() || aim->field.isContainer();
    if (!isInside) {
        aim = aim->parent;
        row = node(parent)->row + 1;
    }
    return {aim->field.container, row < 0 ? SIZE_MAX : static_cast<std::size_t>(row)};
}

QModelIndex SchemaModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, node(parent)->children[static_cast<std::size_t>(row)].get());
}

QModelIndex SchemaModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOfNode(*node(index)->parent, Name) : QModelIndex();
}

int SchemaModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(node(parent)->children.size());
}

int SchemaModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString SchemaModel::text(const Node &node, int column) const
{
    switch (column) {
    case Name:
        return node.field.name;
    case Type:
        return typeText(node.field);
    case Required:
        return presenceWord(node.field.presence);
    case Description:
        return node.field.description;
    case Example:
        return node.field.isEnum ? node.field.enumValues.join(", "_L1) : node.field.example;
    case Findings:
        return node.findings.empty() ? QString() : wording::shortFindingText(node.findings.front());
    default:
        return {};
    }
}

QVariant SchemaModel::toolTip(const Node &node, int column) const
{
    if (column == Required)
        return tr("Space changes it. A nullable field may be empty, so that nothing has to be invented for it.");
    if (column == Findings) {
        QStringList lines;
        for (const auto &finding : node.findings)
            lines << wording::findingText(finding);
        return lines.join(u'\n');
    }
    if (column == Example && node.field.isEnum)
        return tr("The values of the enum, separated by commas.");
    return text(node, column);
}

QVariant SchemaModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &row = *node(index);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return toolTip(row, index.column());
    case Qt::AccessibleTextRole:
        return u"%1: %2"_s.arg(headerData(index.column(), Qt::Horizontal).toString(), text(row, index.column()));
    case PointerRole:
        return row.field.pointer;
    case PresenceRole:
        return static_cast<int>(row.field.presence);
    case SeverityRole:
        return row.severity();
    case FindingCountRole:
        return static_cast<int>(row.findings.size());
    case ContainerRole:
        return row.field.isContainer();
    case EnumRole:
        return row.field.isEnum;
    default:
        return {};
    }
}

bool SchemaModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::EditRole)
        return false;
    const auto row = node(index)->field;
    const auto isEnum = row.isEnum;
    const auto word = value.toString().trimmed();
    if (index.column() != Required && word == text(*node(index), index.column()))
        return true;
    switch (index.column()) {
    case Name:
        return push(std::make_unique<RenameFieldCommand>(row.pointer, word));
    case Type: {
        const auto type = schema::typeChoice(word);
        if (!type) {
            emit refused({ErrorCode::InvalidArgument, u"there is no such type"_s, word});
            return false;
        }
        return push(std::make_unique<SetTypeCommand>(row.pointer, *type));
    }
    case Required:
        return push(std::make_unique<SetPresenceCommand>(row.pointer, static_cast<schema::Presence>(value.toInt())));
    case Description:
        return push(std::make_unique<SetDescriptionCommand>(row.pointer, word));
    case Example:
        if (isEnum)
            return push(std::make_unique<SetEnumValuesCommand>(row.pointer, valuesOf(word)));
        return push(std::make_unique<SetExampleCommand>(row, word));
    default:
        return false;
    }
}

bool SchemaModel::push(std::unique_ptr<SchemaCommand> command)
{
    const auto done = m_document.push(std::move(command));
    if (!done)
        emit refused(done.error());
    return done.has_value();
}

QVariant SchemaModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList names{tr("Name"), tr("Type"), tr("Required"), tr("Description"), tr("Example"), tr("Findings")};
    return names.value(section);
}

Qt::ItemFlags SchemaModel::flags(const QModelIndex &index) const
{
    const auto dropHere =
        !index.isValid() || node(index)->field.isContainer() ? Qt::ItemIsDropEnabled : Qt::NoItemFlags;
    if (!index.isValid())
        return dropHere;
    const auto editable =
        index.column() == Findings || index.column() == Required ? Qt::NoItemFlags : Qt::ItemIsEditable;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | dropHere | editable;
}

QStringList SchemaModel::mimeTypes() const
{
    return {fieldMime};
}

QMimeData *SchemaModel::mimeData(const QModelIndexList &indexes) const
{
    QStringList pointers;
    for (const auto &index : indexes)
        if (const auto pointer = node(index)->field.pointer; !pointers.contains(pointer))
            pointers << pointer;
    auto *data = new QMimeData;
    data->setData(fieldMime, pointers.join(u'\n').toUtf8());
    return data;
}

bool SchemaModel::dropMimeData(const QMimeData *data, Qt::DropAction, int row, int, const QModelIndex &parent)
{
    if (!data->hasFormat(fieldMime))
        return false;
    auto aim = target(parent, row);
    const auto pointers = QString::fromUtf8(data->data(fieldMime)).split(u'\n');
    push(std::make_unique<MoveFieldsCommand>(pointers, aim.container, aim.position));
    // The rows have moved already; the view must not remove them.
    return false;
}

QString presenceWord(schema::Presence presence)
{
    switch (presence) {
    case schema::Presence::Required:
        return SchemaModel::tr("required");
    case schema::Presence::Optional:
        return SchemaModel::tr("optional");
    case schema::Presence::Nullable:
        break;
    }
    return SchemaModel::tr("nullable");
}

QString typeText(const schema::Field &field)
{
    const auto isEnum = field.type == schema::FieldType::String && field.isEnum;
    return isEnum ? (field.list ? u"enum[]"_s : u"enum"_s) : schema::typeWord(field.type, field.list);
}

} // namespace xs::gui::schemaeditor
