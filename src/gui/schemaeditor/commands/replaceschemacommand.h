// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/schemaeditor/commands/schemacommand.h"

namespace xs::gui::schemaeditor {

/// Puts another schema in place of the whole, such as a template or one that a server wrote, in one step; `text`
/// says where it comes from.
class ReplaceSchemaCommand final : public SchemaCommand
{
public:
    ReplaceSchemaCommand(Json schema, const QString &text) : SchemaCommand(text), m_schema(std::move(schema)) {}

protected:
    Expected<schema::Edit> perform(Json &schema) override
    {
        if (const auto fields = schema::readFields(m_schema); !fields)
            return Unexpected(fields.error());
        return schema::replaceSchema(schema, std::move(m_schema));
    }

private:
    Json m_schema;
};

} // namespace xs::gui::schemaeditor
