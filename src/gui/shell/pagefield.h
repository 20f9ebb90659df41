// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/shell/newfieldhint.h"

#include <QObject>

class QAction;

namespace xs::gui::schemaeditor {
class SchemaPage;
}
namespace xs::gui::viewer {
class DocumentView;
}

namespace xs::gui::shell {

class Workbench;

/// Makes fields of words that are marked on the page: the name from the label beside them, the type from their look,
/// nullable, with the words as the example. Owned by the window.
class PageFieldController final : public QObject
{
    Q_OBJECT

public:
    PageFieldController(Workbench &workbench, schemaeditor::SchemaPage &page, viewer::DocumentView &document,
                        QObject *parent);

    /// Ctrl+Shift+F.
    QAction *action() const { return m_action; }
    /// Fields are only made while the schema is being designed.
    void setDesigning(bool isDesigning);

private:
    void markedChanged();
    void place();
    PageField field() const;
    void addField();

    Workbench &m_workbench;
    schemaeditor::SchemaPage &m_page;
    viewer::DocumentView &m_document;
    NewFieldHint *m_hint;
    QAction *m_action;
    bool m_isDesigning = true;
};

} // namespace xs::gui::shell
