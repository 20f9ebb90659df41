// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/schemaeditor/schemadocument.h"

#include <QAbstractItemModel>
#include <QHash>

#include <memory>

namespace xs::gui::schemaeditor {

/// The rows of a schema document: which fields there are, in which order, with which findings. After each change the
/// fields are compared with the rows by name, so that only rows that came or went are inserted or removed, and
/// what is expanded and selected stays so. What the cells say is in SchemaModel.
class FieldTree : public QAbstractItemModel
{
    Q_OBJECT

public:
    ~FieldTree() override;

    SchemaDocument &document() const { return m_document; }
    /// The field of a row; the root for an invalid index. Valid until the next change.
    const schema::Field &field(const QModelIndex &index) const;
    /// What is said about the field of a row, the worst first.
    const std::vector<schema::Finding> &findings(const QModelIndex &index) const;
    /// What is said about the schema as a whole, and so about no row, the worst first.
    const std::vector<schema::Finding> &findingsOfAll() const { return m_findingsOfAll; }
    /// The first row of a place, or of the field in which the place lies; invalid when there is none.
    QModelIndex indexOf(const QString &pointer, int column = 0) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;

protected:
    struct Node
    {
        schema::Field field; ///< without its children, which are nodes
        Node *parent = nullptr;
        int row = 0;
        std::vector<std::unique_ptr<Node>> children;
        std::vector<schema::Finding> findings;

        /// 0 nothing, 1 hint, 2 warning, 3 error.
        int severity() const;
        void number();
    };

    FieldTree(SchemaDocument &document, QObject *parent);
    /// The root for an invalid index.
    Node *node(const QModelIndex &index) const;
    /// Lays each finding to the innermost field in which it lies, and tells which rows look different now. Called by
    /// the class that has the columns, once, and then after each change.
    void layFindings();
    bool isRoot(const Node *node) const { return node == m_root.get(); }

private:
    void documentChanged(const SchemaChange &change);
    void reset();
    void fill(Node &node, const schema::Field &field);
    void sync(Node &node, const schema::Field &field);
    QModelIndex indexOfNode(const Node &node, int column) const;
    const Node *find(const Node &node, const QString &pointer) const;

    SchemaDocument &m_document;
    std::unique_ptr<Node> m_root;
    /// The first row of each place.
    QHash<QString, Node *> m_places;
    std::vector<schema::Finding> m_findingsOfAll;
};

/// Where a row stands from top to bottom, expanded or not: the numbers of its owners and its own.
std::vector<int> rowPath(const QModelIndex &index);

/// How bad a finding is: 1 hint, 2 warning, 3 error.
int severityOf(const schema::Finding &finding);

} // namespace xs::gui::schemaeditor
