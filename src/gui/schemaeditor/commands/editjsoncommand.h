// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/schemaeditor/commands/schemacommand.h"

#include <QCoreApplication>

namespace xs::gui::schemaeditor {

/// Puts a schema that was typed or pasted as JSON in place of the whole. What is typed in one go (the same
/// `burst`, if it is not 0) is undone in one go.
class EditJsonCommand final : public SchemaCommand
{
    Q_DECLARE_TR_FUNCTIONS(EditJsonCommand)

public:
    explicit EditJsonCommand(Json schema, int burst = 0)
        : SchemaCommand(tr("Edit JSON")), m_schema(std::move(schema)), m_burst(burst)
    {
    }

    int id() const override { return static_cast<int>(CommandId::EditJson); }
    /// The older command holds the state to go back to, and that is all that is needed.
    bool mergeWith(const QUndoCommand *other) override
    {
        return m_burst != 0 && static_cast<const EditJsonCommand *>(other)->m_burst == m_burst;
    }

protected:
    Expected<schema::Edit> perform(Json &schema) override
    {
        if (const auto fields = schema::readFields(m_schema); !fields)
            return Unexpected(fields.error());
        return schema::replaceSchema(schema, std::move(m_schema));
    }

private:
    Json m_schema;
    int m_burst;
};

} // namespace xs::gui::schemaeditor
