// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/configuration.h"
#include "schema/numberforms.h"

#include <QUndoCommand>

#include <functional>

namespace xs::gui::shell {

/// What belongs to a schema beside its fields.
struct Work
{
    domain::Configuration configuration;
    /// The file; empty without one.
    QString path;
    /// How the schema's numbers are written there.
    schema::NumberForms numberForms;
};

/// The part of opening another schema that is not the schema, in its history: taken back, the file is the one from
/// before, so that saving does not write into the other.
class WorkCommand final : public QUndoCommand
{
public:
    using Put = std::function<void(const Work &)>;

    WorkCommand(Work before, Work after, Put put)
        : m_before(std::move(before)), m_after(std::move(after)), m_put(std::move(put))
    {
    }

    void undo() override { m_put(m_before); }
    void redo() override { m_put(m_after); }

private:
    Work m_before;
    Work m_after;
    Put m_put;
};

} // namespace xs::gui::shell
