// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/configuration.h"

#include <QUndoCommand>

#include <functional>

namespace xs::gui::shell {

/// One change of the configuration, in the history of the schema that it belongs to. Typing in one field is one step.
class ConfigurationCommand final : public QUndoCommand
{
public:
    using Put = std::function<void(const domain::Configuration &)>;

    ConfigurationCommand(domain::Configuration before, domain::Configuration after, Put put);

    void undo() override { m_put(m_before); }
    void redo() override { m_put(m_after); }
    int id() const override { return 1000; }
    bool mergeWith(const QUndoCommand *other) override;

private:
    domain::Configuration m_before;
    domain::Configuration m_after;
    Put m_put;
};

} // namespace xs::gui::shell
