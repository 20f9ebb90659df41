// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/schemaeditor/commands/schemacommand.h"

#include <QCoreApplication>

namespace xs::gui::schemaeditor {

/// Sets the description of a field; an empty one is removed.
class SetDescriptionCommand final : public SchemaCommand
{
    Q_DECLARE_TR_FUNCTIONS(SetDescriptionCommand)

public:
    SetDescriptionCommand(const QString &pointer, const QString &text)
        : SchemaCommand(tr("Edit description")), m_pointer(pointer), m_text(text)
    {
    }

protected:
    Expected<schema::Edit> perform(Json &schema) override
    {
        return schema::setText(schema, m_pointer, "description", m_text);
    }

private:
    QString m_pointer;
    QString m_text;
};

} // namespace xs::gui::schemaeditor
