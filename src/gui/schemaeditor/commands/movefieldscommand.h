// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/schemaeditor/commands/schemacommand.h"

#include <QCoreApplication>

namespace xs::gui::schemaeditor {

/// Moves fields among their siblings or into another object.
class MoveFieldsCommand final : public SchemaCommand
{
    Q_DECLARE_TR_FUNCTIONS(MoveFieldsCommand)

public:
    MoveFieldsCommand(const QStringList &pointers, const QString &container, std::size_t position)
        : SchemaCommand(tr("Move %n field(s)", nullptr, static_cast<int>(pointers.size()))), m_pointers(pointers),
          m_container(container), m_position(position)
    {
    }

protected:
    Expected<schema::Edit> perform(Json &schema) override
    {
        return schema::moveFields(schema, m_pointers, m_container, m_position);
    }

private:
    QStringList m_pointers;
    QString m_container;
    std::size_t m_position;
};

} // namespace xs::gui::schemaeditor
