// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/messagerow.h"
#include "schema/import/imported.h"

class QUndoStack;

namespace xs::gui::schemaeditor {

/// What there is to say about the schema as a whole after something was done with it: which parts of a text were not
/// taken over, what a server thinks of it. What was imported stays until that is undone, anything else until the schema
/// changes; both until they are closed or the next one comes. Owned by SchemaPage.
class EditorMessage final : public QWidget
{
    Q_OBJECT

public:
    /// The stack has what is told about; it outlives the message.
    explicit EditorMessage(const QUndoStack &stack, QWidget *parent = nullptr);

    void tell(common::MessageRow::Kind kind, const QString &sentence, const QString &whatToDo = {});
    void tell(const Error &error);
    /// Lists what was not understood; without such parts nothing is said.
    void tellImported(const schema::import::Imported &imported);

private:
    static QStringList lines(const std::vector<schema::import::Note> &notes, std::size_t most);
    static QString sourceName(schema::import::Source source);

    common::MessageRow *m_message;
    const QUndoStack &m_stack;
    /// With fewer commands than these on the stack the import that is told about is undone; 0 when it is about no
    /// import.
    int m_commands = 0;
};

} // namespace xs::gui::schemaeditor
