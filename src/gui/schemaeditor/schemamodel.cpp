// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/schemamodel.h"

#include "gui/schemaeditor/commands/addfieldscommand.h"
#include "gui/schemaeditor/commands/movefieldscommand.h"
#include "gui/schemaeditor/commands/renamefieldcommand.h"
#include "gui/schemaeditor/commands/setdescriptioncommand.h"
#include "gui/schemaeditor/commands/setenumvaluescommand.h"
#include "gui/schemaeditor/commands/setexamplecommand.h"
#include "gui/schemaeditor/commands/setpresencecommand.h"
#include "gui/schemaeditor/commands/settypecommand.h"
#include "gui/schemaeditor/fieldmime.h"
#include "schema/csvline.h"
#include "wording/findingtext.h"

using namespace Qt::StringLiterals;

namespace xs::gui::schemaeditor {

namespace {

QStringList valuesOf(const QString &text)
{
    QStringList values;
    for (const auto &value : schema::csvCells(text, u','))
        if (!value.isEmpty())
            values << value;
    return values;
}

} // namespace

SchemaModel::SchemaModel(SchemaDocument &document, QObject *parent) : FieldTree(document, parent)
{
    layFindings();
}

SchemaModel::Target SchemaModel::target(const QModelIndex &parent, int row) const
{
    const auto *aim = node(parent);
    const auto isInside = isRoot(aim) || aim->field.isContainer();
    if (!isInside) {
        aim = aim->parent;
        row = node(parent)->row + 1;
    }
    return {aim->field.container, row < 0 ? SIZE_MAX : static_cast<std::size_t>(row)};
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
        return node.field.isEnum ? schema::csvLine(node.field.enumValues) : node.field.example;
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
        return tr("The values of the enum, separated by commas; a value with a comma stands in quotes.");
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
        return u"%1: %2"_s.arg(headerData(index.column(), Qt::Horizontal, Qt::AccessibleTextRole).toString(),
                               text(row, index.column()));
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
            emit refused({ErrorCode::NotFound, QString(noSuchType), word});
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
    const auto done = document().push(std::move(command));
    if (!done)
        emit refused(done.error());
    return done.has_value();
}

QVariant SchemaModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal ||
        (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole))
        return {};
    if (role == Qt::DisplayRole && m_isPresenceShort && (section == Required || section == Findings))
        return QString();
    const QStringList names{tr("Name"), tr("Type"), tr("Required"), tr("Description"), tr("Example"), tr("Findings")};
    return names.value(section);
}

void SchemaModel::setPresenceShort(bool isShort)
{
    if (isShort == m_isPresenceShort)
        return;
    m_isPresenceShort = isShort;
    emit headerDataChanged(Qt::Horizontal, Required, Findings);
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
    return fieldMimeTypes();
}

QMimeData *SchemaModel::mimeData(const QModelIndexList &indexes) const
{
    QStringList pointers;
    for (const auto &index : indexes)
        if (const auto pointer = node(index)->field.pointer; !pointers.contains(pointer))
            pointers << pointer;
    return fieldMimeData(document(), pointers).release();
}

bool SchemaModel::canDropMimeData(const QMimeData *data, Qt::DropAction, int, int, const QModelIndex &) const
{
    return hasFields(*data);
}

/// Fields of this window move, or are copied with Ctrl; those of another window, and text, are added.
bool SchemaModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int, const QModelIndex &parent)
{
    const auto aim = target(parent, row);
    const auto moved = fieldsOf(*data, document());
    if (action == Qt::MoveAction && !moved.isEmpty()) {
        push(std::make_unique<MoveFieldsCommand>(moved, aim.container, aim.position));
    } else if (const auto dropped = fieldsIn(*data); !dropped) {
        emit refused(dropped.error());
    } else if (push(std::make_unique<AddFieldsCommand>(aim.container, aim.position, dropped->schema,
                                                       tr("Drop fields")))) {
        emit imported(*dropped);
    }
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
