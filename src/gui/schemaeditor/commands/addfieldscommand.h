// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/schemaeditor/commands/schemacommand.h"

#include <QCoreApplication>

namespace xs::gui::schemaeditor {

/// Adds the properties of another schema, such as one that was pasted.
class AddFieldsCommand final : public SchemaCommand
{
    Q_DECLARE_TR_FUNCTIONS(AddFieldsCommand)

public:
    AddFieldsCommand(const QString &container, std::size_t position, Json properties,
                     const QString &text = tr("Paste fields"))
        : SchemaCommand(text), m_container(container), m_position(position), m_properties(std::move(properties))
    {
    }

protected:
    Expected<schema::Edit> perform(Json &schema) override
    {
        return schema::addFields(schema, m_container, m_position, m_properties);
    }

private:
    QString m_container;
    std::size_t m_position;
    Json m_properties;
};

} // namespace xs::gui::schemaeditor
