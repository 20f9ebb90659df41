// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/schemaeditor/commands/schemacommand.h"

#include <QCoreApplication>

namespace xs::gui::schemaeditor {

/// Removes fields.
class RemoveFieldsCommand final : public SchemaCommand
{
    Q_DECLARE_TR_FUNCTIONS(RemoveFieldsCommand)

public:
    explicit RemoveFieldsCommand(const QStringList &pointers)
        : SchemaCommand(tr("Delete %n field(s)", nullptr, static_cast<int>(pointers.size()))), m_pointers(pointers)
    {
    }

protected:
    Expected<schema::Edit> perform(Json &schema) override { return schema::removeFields(schema, m_pointers); }

private:
    QStringList m_pointers;
};

} // namespace xs::gui::schemaeditor
