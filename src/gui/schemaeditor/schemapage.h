// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/schemaeditor/schemadocument.h"
#include "schema/templates.h"

#include <QWidget>

class QMenu;
class QSplitter;
class QToolButton;

namespace xs::gui::common {
class PaneHeader;
}

namespace xs::gui::schemaeditor {

class EditorMessage;
class FindingLine;
class GeneratePanel;
class EmptySchema;
class JsonPane;
class SchemaStatus;
class SchemaView;

/// The schema editor: header, tree table, status line, and the JSON below. Owned by the window.
class SchemaPage final : public QWidget
{
    Q_OBJECT

public:
    explicit SchemaPage(SchemaDocument &document, QWidget *parent = nullptr);

    SchemaView &view() const { return *m_view; }
    GeneratePanel &generatePanel() const { return *m_generate; }
    EditorMessage &message() const { return *m_message; }
    /// Whether there is a document that fields can be proposed from.
    void setHasDocument(bool has);
    /// The page's header, to be the title bar of a dock. It goes on showing the page's state.
    QWidget *takeHeader();
    /// In a narrow window the header leaves undo and redo to the menu and their keys.
    void setCompact(bool compact);
    /// Undo, redo, the actions of the tree, and whether the JSON is shown; null separates groups.
    QList<QAction *> actions() const;
    /// The name of the file, shown in the header.
    void setFileName(const QString &name);
    /// Takes over what is being typed.
    void commit();
    /// What is wrong with the JSON, as a sentence; while there is something, the schema is not what the text says.
    const QString &mistake() const;
    /// The JSON with its mistake, kept for the next start; empty without one.
    QString draft() const;
    void takeDraft(const QString &text);
    void showMistake();
    /// A command of the window that belongs to the schema, at the end of its menus.
    void addCommand(QAction *action);
    /// Asks for a file with a schema, an example, a table or program text, and adds its fields.
    void chooseImport();
    void importFile(const QString &path);
    /// Puts a template in place of the schema, in one step.
    void begin(const schema::Template &chosen);

    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

signals:
    void generationWanted();
    /// Fields are to be proposed from the document that is open.
    void proposalWanted();
    void mistakeChanged();
    /// The clipboard holds documents and no fields.
    void documentsPasted();

private:
    void setupActions();
    void setupViews();
    QWidget *makeHeader();
    QToolButton *headerButton(QAction *action, bool withText = false);
    void documentChanged();

    SchemaDocument &m_document;
    QString m_fileName;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
    QAction *m_showJson = nullptr;
    QList<QWidget *> m_history;
    common::PaneHeader *m_header = nullptr;
    QSplitter *m_splitter = nullptr;
    SchemaView *m_view = nullptr;
    QAction *m_import = nullptr;
    QMenu *m_menu = nullptr;
    QList<QAction *> m_commands;
    FindingLine *m_finding = nullptr;
    EditorMessage *m_message = nullptr;
    GeneratePanel *m_generate = nullptr;
    EmptySchema *m_empty = nullptr;
    SchemaStatus *m_status = nullptr;
    JsonPane *m_json = nullptr;
};

} // namespace xs::gui::schemaeditor
