// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QWidget;

namespace xs::gui::joblist {

/// How much is lost when jobs are deleted.
struct DeletedJobs
{
    int all = 0;
    /// Of which there are values, or may be by now, which cannot be had back without another run.
    int withValues = 0;
    /// The server forgets them, too.
    bool isEverywhere = false;
};

/// Asks in a box before the window whether to delete what cannot be had back, and calls `remove` when it shall be.
/// Jobs without values are deleted without a question.
void askAboutDeleting(const DeletedJobs &jobs, QWidget *window, std::function<void()> remove);

} // namespace xs::gui::joblist
