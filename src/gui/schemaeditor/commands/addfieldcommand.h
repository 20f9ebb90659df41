// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/schemaeditor/commands/schemacommand.h"

#include <QCoreApplication>

namespace xs::gui::schemaeditor {

/// Adds a new field at a position of an object.
class AddFieldCommand final : public SchemaCommand
{
    Q_DECLARE_TR_FUNCTIONS(AddFieldCommand)

public:
    AddFieldCommand(const QString &container, std::size_t position, const QString &name, const schema::TypeChoice &type)
        : SchemaCommand(tr("Add field")), m_container(container), m_position(position), m_name(name), m_type(type)
    {
    }

protected:
    Expected<schema::Edit> perform(Json &schema) override
    {
        return schema::addField(schema, m_container, m_position, m_name, schema::newProperty(m_type));
    }

private:
    QString m_container;
    std::size_t m_position;
    QString m_name;
    schema::TypeChoice m_type;
};

} // namespace xs::gui::schemaeditor
