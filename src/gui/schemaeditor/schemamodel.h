// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/schemaeditor/fieldtree.h"
#include "schema/edit.h"
#include "schema/import/imported.h"

namespace xs::gui::schemaeditor {

class SchemaCommand;

/// What the cells of a schema's rows say, and the commands that editing and dropping push. Owned by the view.
class SchemaModel final : public FieldTree
{
    Q_OBJECT

public:
    enum Column { Name, Type, Required, Description, Example, Findings, ColumnCount };
    enum Role {
        /// The field's JSON pointer.
        PointerRole = Qt::UserRole,
        /// schema::Presence as int.
        PresenceRole,
        /// 0 nothing, 1 hint, 2 warning, 3 error.
        SeverityRole,
        /// How many findings the field has.
        FindingCountRole,
        /// Whether the field has members (and is painted as such).
        ContainerRole,
        EnumRole,
    };

    /// The detail of the refusal (NotFound) of a word that is no type; its place is the word.
    static constexpr QLatin1StringView noSuchType{"there is no such type"};

    explicit SchemaModel(SchemaDocument &document, QObject *parent = nullptr);

    /// Where rows dropped on or beside this index go.
    struct Target
    {
        QString container;
        std::size_t position;
    };
    Target target(const QModelIndex &parent, int row) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction | Qt::CopyAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

    /// Whether presence and findings are told by marks alone, and their columns have no titles to be cut.
    void setPresenceShort(bool isShort);
    bool isPresenceShort() const { return m_isPresenceShort; }

signals:
    /// An edit that was typed cannot be made; the schema is as it was.
    void refused(const xs::Error &error);
    /// Fields were dropped that come from elsewhere.
    void imported(const xs::schema::import::Imported &imported);

private:
    QString text(const Node &node, int column) const;
    QVariant toolTip(const Node &node, int column) const;
    bool push(std::unique_ptr<SchemaCommand> command);

    bool m_isPresenceShort = false;
};

/// The word of a presence as the table shows it.
QString presenceWord(schema::Presence presence);
/// The type as people type it: "enum" and "enum[]" for closed sets of values.
QString typeText(const schema::Field &field);

} // namespace xs::gui::schemaeditor
