// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QUndoCommand>

#include <functional>

namespace xs::gui::shell {

/// Other expected values of one document, as one step that can be undone.
class ExpectedCommand final : public QUndoCommand
{
public:
    /// Writes the values; whether that worked.
    using Write = std::function<bool(const Json &values)>;

    ExpectedCommand(const QString &text, Json before, Json after, Write write)
        : QUndoCommand(text), m_before(std::move(before)), m_after(std::move(after)), m_write(std::move(write))
    {
    }
    void undo() override { setObsolete(!m_write(m_before)); }
    void redo() override { setObsolete(!m_write(m_after)); }

private:
    Json m_before;
    Json m_after;
    Write m_write;
};

} // namespace xs::gui::shell
