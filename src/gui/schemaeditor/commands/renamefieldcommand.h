// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/schemaeditor/commands/schemacommand.h"

#include <QCoreApplication>

namespace xs::gui::schemaeditor {

/// Renames a field, also where it is required.
class RenameFieldCommand final : public SchemaCommand
{
    Q_DECLARE_TR_FUNCTIONS(RenameFieldCommand)

public:
    RenameFieldCommand(const QString &pointer, const QString &name)
        : SchemaCommand(tr("Rename to %1").arg(name)), m_pointer(pointer), m_name(name)
    {
    }

protected:
    Expected<schema::Edit> perform(Json &schema) override { return schema::renameField(schema, m_pointer, m_name); }

private:
    QString m_pointer;
    QString m_name;
};

} // namespace xs::gui::schemaeditor
