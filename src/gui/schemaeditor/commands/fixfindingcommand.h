// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/schemaeditor/commands/schemacommand.h"
#include "schema/quickfix.h"

namespace xs::gui::schemaeditor {

/// Does what a finding's fix says; `text` is the fix in words.
class FixFindingCommand final : public SchemaCommand
{
public:
    FixFindingCommand(schema::Finding finding, schema::Fix fix, const QString &text)
        : SchemaCommand(text), m_finding(std::move(finding)), m_fix(std::move(fix))
    {
    }

protected:
    Expected<schema::Edit> perform(Json &schema) override { return schema::applyFix(schema, m_finding, m_fix); }

private:
    schema::Finding m_finding;
    schema::Fix m_fix;
};

} // namespace xs::gui::schemaeditor
