// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/commands/schemacommand.h"

#include "gui/schemaeditor/schemadocument.h"

namespace xs::gui::schemaeditor {

Expected<bool> SchemaCommand::start(SchemaDocument &document)
{
    auto edit = perform(document.m_schema);
    if (!edit)
        return Unexpected(edit.error());
    m_document = &document;
    m_edit = std::move(*edit);
    m_isFresh = true;
    return !m_edit.steps.empty();
}

void SchemaCommand::undo()
{
    toggle();
}

void SchemaCommand::redo()
{
    if (std::exchange(m_isFresh, false))
        m_document->tellEdited(m_edit.focus);
    else
        toggle();
}

void SchemaCommand::toggle()
{
    schema::toggle(m_document->m_schema, m_edit);
    m_document->tellEdited(m_edit.focus);
}

} // namespace xs::gui::schemaeditor
