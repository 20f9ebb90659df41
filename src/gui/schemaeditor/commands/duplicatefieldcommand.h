// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/schemaeditor/commands/schemacommand.h"

#include <QCoreApplication>

namespace xs::gui::schemaeditor {

/// Puts a copy of a field behind it.
class DuplicateFieldCommand final : public SchemaCommand
{
    Q_DECLARE_TR_FUNCTIONS(DuplicateFieldCommand)

public:
    explicit DuplicateFieldCommand(const QString &pointer) : SchemaCommand(tr("Duplicate field")), m_pointer(pointer) {}

protected:
    Expected<schema::Edit> perform(Json &schema) override { return schema::duplicateField(schema, m_pointer); }

private:
    QString m_pointer;
};

} // namespace xs::gui::schemaeditor
