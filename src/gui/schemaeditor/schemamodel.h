// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "gui/schemaeditor/schemadocument.h"

#include <QAbstractItemModel>

namespace xs::gui::schemaeditor {

/// The fields of a schema document as a tree of rows. Each edit pushes a command; after each change the fields
/// are compared with the rows by name, so that only rows that came or went are inserted or removed, and what is
/// expanded and selected stays so. Owned by the view.
class SchemaModel final : public QAbstractItemModel
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

    explicit SchemaModel(SchemaDocument &document, QObject *parent = nullptr);
    ~SchemaModel() override;

    SchemaDocument &document() const { return m_document; }
    /// The field of a row; the root for an invalid index. Valid until the next change.
    const schema::Field &field(const QModelIndex &index) const;
    /// The first row of a place, or of the field in which the place lies; invalid when there is none.
    QModelIndex indexOf(const QString &pointer, int column = Name) const;
    /// Where rows dropped on or beside this index go.
    struct Target
    {
        QString container;
        std::size_t position;
    };
    Target target(const QModelIndex &parent, int row) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction | Qt::CopyAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

signals:
    /// An edit that was typed cannot be made; the schema is as it was.
    void refused(const xs::Error &error);

private:
    struct Node;

    void documentChanged(const SchemaChange &change);
    void reset();
    void fill(Node &node, const schema::Field &field);
    void sync(Node &node, const schema::Field &field);
    void syncFindings();
    Node *node(const QModelIndex &index) const;
    QModelIndex indexOfNode(const Node &node, int column) const;
    const Node *find(const Node &node, const QString &pointer) const;
    QString text(const Node &node, int column) const;
    QVariant toolTip(const Node &node, int column) const;
    bool push(std::unique_ptr<SchemaCommand> command);

    SchemaDocument &m_document;
    std::unique_ptr<Node> m_root;
};

/// The word of a presence as the table shows it.
QString presenceWord(schema::Presence presence);
/// The type as people type it: "enum" and "enum[]" for closed sets of values.
QString typeText(const schema::Field &field);

} // namespace xs::gui::schemaeditor
