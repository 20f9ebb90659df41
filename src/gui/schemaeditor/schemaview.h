// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "schema/edit.h"
#include "schema/import/imported.h"

#include <QPersistentModelIndex>
#include <QTreeView>

#include <memory>

namespace xs::gui::schemaeditor {

class FindingTour;
class SchemaColumns;
class SchemaDocument;
class SchemaModel;
class SchemaCommand;

/// The schema as a tree table that is filled in with the keyboard; every key and every menu entry is one of its
/// actions. Owned by SchemaPage; GUI thread.
class SchemaView final : public QTreeView
{
    Q_OBJECT

public:
    explicit SchemaView(SchemaDocument &document, QWidget *parent = nullptr);

    SchemaModel &schemaModel() const { return *m_model; }
    /// In the order of a menu; separators are null.
    const QList<QAction *> &schemaActions() const { return m_actions; }
    /// One of them by its name, or null.
    QAction *action(const QString &name) const;
    FindingTour &findings() const { return *m_findings; }
    SchemaColumns &columns() const { return *m_columns; }
    /// Makes the field of a JSON pointer current, if there is one.
    void showField(const QString &pointer, int column = 0);
    QString currentPointer() const;
    /// Adds fields that come from elsewhere below the current one, as one step of that name.
    void take(const schema::import::Imported &imported, const QString &text);

public slots:
    void addSibling();
    void addChild();
    void renameCurrent();
    void duplicateCurrent();
    void deleteSelected();
    void moveUp();
    void moveDown();
    void indent();
    void outdent();
    void cyclePresence();
    void copy();
    void paste();
    void nextFinding();
    void previousFinding();
    /// Does the one fix of the current field's findings, or offers those that there are.
    void fixFinding();

signals:
    /// Something that was typed, pasted or wished could not be done; a sentence that says why.
    void refused(const QString &sentence);
    /// Fields came in from the clipboard or a drop.
    void imported(const xs::schema::import::Imported &imported);
    /// The clipboard holds documents, or where they are, and no fields.
    void documentsPasted();
    void currentFieldChanged(const QString &pointer);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void focusInEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void setupActions();
    QAction *addAction(const QString &name, const QString &text, const QList<QKeySequence> &keys,
                       void (SchemaView::*slot)());
    void updateActions();
    void tellRefusal(const Error &error);
    bool push(std::unique_ptr<SchemaCommand> command);
    void addSiblingOf(const QModelIndex &index);
    void beginNewField(const QPersistentModelIndex &before);
    void selectCurrent();
    void editCell(const QModelIndex &index);
    void goToCell(int step, bool editing);
    void editorEntered();
    void moveTo(const QString &container, std::size_t position);
    void keepOthers(QDropEvent *event);
    QStringList selectedPointers() const;

    SchemaDocument &m_document;
    SchemaModel *m_model;
    FindingTour *m_findings = nullptr;
    SchemaColumns *m_columns = nullptr;
    QList<QAction *> m_actions;
    /// The row that was just added and is being filled in: Enter goes on to the next one, Esc takes it away.
    QPersistentModelIndex m_fresh;
    /// Where the cursor was before that: there it goes back with Esc.
    QPersistentModelIndex m_beforeFresh;
    bool m_freshIsUntouched = false;
    /// Tab goes from editor to editor, also over the cells that have none.
    bool m_isFilling = false;
};

} // namespace xs::gui::schemaeditor
