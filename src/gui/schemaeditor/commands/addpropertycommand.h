// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/schemaeditor/commands/schemacommand.h"

#include <QCoreApplication>

namespace xs::gui::schemaeditor {

/// Adds a field whose schema is known already, such as one that was made of words on the page.
class AddPropertyCommand final : public SchemaCommand
{
    Q_DECLARE_TR_FUNCTIONS(AddPropertyCommand)

public:
    AddPropertyCommand(const QString &container, std::size_t position, const QString &name, Json property)
        : SchemaCommand(tr("Field from the page")), m_container(container), m_position(position), m_name(name),
          m_property(std::move(property))
    {
    }

protected:
    Expected<schema::Edit> perform(Json &schema) override
    {
        return schema::addField(schema, m_container, m_position, m_name, m_property);
    }

private:
    QString m_container;
    std::size_t m_position;
    QString m_name;
    Json m_property;
};

} // namespace xs::gui::schemaeditor
