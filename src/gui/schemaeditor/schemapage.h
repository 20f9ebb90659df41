// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/schemaeditor/schemadocument.h"

#include <QWidget>

class QSplitter;
class QToolButton;

namespace xs::gui::common {
class PaneHeader;
}

namespace xs::gui::schemaeditor {

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
    /// The page's header, to be the title bar of a dock. It goes on showing the page's state.
    QWidget *takeHeader();
    /// Undo, redo, the actions of the tree, and whether the JSON is shown; null separates groups.
    QList<QAction *> actions() const;
    /// The name of the file, shown in the header.
    void setFileName(const QString &name);
    /// Takes over what is being typed.
    void commit();

    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

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
    common::PaneHeader *m_header = nullptr;
    QSplitter *m_splitter = nullptr;
    SchemaView *m_view = nullptr;
    SchemaStatus *m_status = nullptr;
    JsonPane *m_json = nullptr;
};

} // namespace xs::gui::schemaeditor
