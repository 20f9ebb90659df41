// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "review/decision.h"

#include <QUndoCommand>

#include <functional>

namespace xs::gui::review {

/// Decisions about values of one job, as one step that can be undone.
class DecideCommand final : public QUndoCommand
{
public:
    /// Writes decisions about a job's values, showing the job first where another one is shown; whether that worked.
    using Apply = std::function<bool(const LocalJobId &job, const xs::review::Decisions &decisions)>;

    /// `before` says of the same paths what held until now.
    DecideCommand(const QString &text, LocalJobId job, xs::review::Decisions before, xs::review::Decisions after,
                  Apply apply);

    void undo() override;
    void redo() override;

private:
    LocalJobId m_job;
    xs::review::Decisions m_before;
    xs::review::Decisions m_after;
    Apply m_apply;
};

} // namespace xs::gui::review
