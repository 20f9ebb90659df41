// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/schemaeditor/commands/schemacommand.h"

#include <QCoreApplication>

namespace xs::gui::schemaeditor {

/// Sets the values of an enum.
class SetEnumValuesCommand final : public SchemaCommand
{
    Q_DECLARE_TR_FUNCTIONS(SetEnumValuesCommand)

public:
    SetEnumValuesCommand(const QString &pointer, const QStringList &values)
        : SchemaCommand(tr("Edit values")), m_pointer(pointer), m_values(values)
    {
    }

protected:
    Expected<schema::Edit> perform(Json &schema) override { return schema::setEnumValues(schema, m_pointer, m_values); }

private:
    QString m_pointer;
    QStringList m_values;
};

} // namespace xs::gui::schemaeditor
