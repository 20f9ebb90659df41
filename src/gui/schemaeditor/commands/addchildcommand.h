// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/schemaeditor/commands/schemacommand.h"

#include <QCoreApplication>

namespace xs::gui::schemaeditor {

/// Adds a new field inside of another, which becomes an object if it is none.
class AddChildCommand final : public SchemaCommand
{
    Q_DECLARE_TR_FUNCTIONS(AddChildCommand)

public:
    AddChildCommand(const schema::Field &parent, const QString &name, const schema::TypeChoice &type)
        : SchemaCommand(tr("Add field inside %1").arg(parent.name)), m_parent(parent), m_name(name), m_type(type)
    {
    }

protected:
    Expected<schema::Edit> perform(Json &schema) override
    {
        return schema::addChild(schema, m_parent, m_name, schema::newProperty(m_type));
    }

private:
    schema::Field m_parent;
    QString m_name;
    schema::TypeChoice m_type;
};

} // namespace xs::gui::schemaeditor
