// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schema/edit.h"

#include <QUndoCommand>

namespace xs::gui::schemaeditor {

class SchemaDocument;

/// Which commands may merge with their own kind.
enum class CommandId { Never = -1, EditJson = 1 };

/// One change of the schema that can be undone. Undo and redo are the same: the edit is toggled.
class SchemaCommand : public QUndoCommand
{
public:
    /// Makes the change for the first time. False when there is nothing to change.
    Expected<bool> start(SchemaDocument &document);
    void undo() final;
    void redo() final;

protected:
    explicit SchemaCommand(const QString &text) : QUndoCommand(text) {}
    virtual Expected<schema::Edit> perform(Json &schema) = 0;

private:
    void toggle();

    SchemaDocument *m_document = nullptr;
    schema::Edit m_edit;
    /// The stack's first redo finds the change already made.
    bool m_isFresh = false;
};

} // namespace xs::gui::schemaeditor
