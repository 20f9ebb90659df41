// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/schemaeditor/commands/schemacommand.h"

#include <QCoreApplication>

namespace xs::gui::schemaeditor {

/// Sets the example of a field; an empty one is removed.
class SetExampleCommand final : public SchemaCommand
{
    Q_DECLARE_TR_FUNCTIONS(SetExampleCommand)

public:
    SetExampleCommand(const schema::Field &field, const QString &text)
        : SchemaCommand(tr("Edit example")), m_field(field), m_text(text)
    {
    }

protected:
    Expected<schema::Edit> perform(Json &schema) override { return schema::setExample(schema, m_field, m_text); }

private:
    schema::Field m_field;
    QString m_text;
};

} // namespace xs::gui::schemaeditor
