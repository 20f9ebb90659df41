// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/schemaeditor/commands/schemacommand.h"

#include <QCoreApplication>

namespace xs::gui::schemaeditor {

/// Gives a field another type.
class SetTypeCommand final : public SchemaCommand
{
    Q_DECLARE_TR_FUNCTIONS(SetTypeCommand)

public:
    SetTypeCommand(const QString &pointer, const schema::TypeChoice &type)
        : SchemaCommand(tr("Change type")), m_pointer(pointer), m_type(type)
    {
    }

protected:
    Expected<schema::Edit> perform(Json &schema) override { return schema::setType(schema, m_pointer, m_type); }

private:
    QString m_pointer;
    schema::TypeChoice m_type;
};

} // namespace xs::gui::schemaeditor
