// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/decidecommand.h"

namespace xs::gui::review {

DecideCommand::DecideCommand(const QString &text, LocalJobId job, xs::review::Decisions before,
                             xs::review::Decisions after, Apply apply)
    : QUndoCommand(text), m_job(std::move(job)), m_before(std::move(before)), m_after(std::move(after)),
      m_apply(std::move(apply))
{
}

void DecideCommand::undo()
{
    if (!m_apply(m_job, m_before))
        setObsolete(true);
}

void DecideCommand::redo()
{
    if (!m_apply(m_job, m_after))
        setObsolete(true);
}

} // namespace xs::gui::review
