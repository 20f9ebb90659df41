// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/schemaeditor/commands/schemacommand.h"

#include <QCoreApplication>

namespace xs::gui::schemaeditor {

/// Makes a field required, optional or nullable.
class SetPresenceCommand final : public SchemaCommand
{
    Q_DECLARE_TR_FUNCTIONS(SetPresenceCommand)

public:
    SetPresenceCommand(const QString &pointer, schema::Presence presence)
        : SchemaCommand(tr("Change whether it is required")), m_pointer(pointer), m_presence(presence)
    {
    }

protected:
    Expected<schema::Edit> perform(Json &schema) override { return schema::setPresence(schema, m_pointer, m_presence); }

private:
    QString m_pointer;
    schema::Presence m_presence;
};

} // namespace xs::gui::schemaeditor
