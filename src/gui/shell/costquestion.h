// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace xs::gui::shell {

class RunController;

/// Asks before a run that is over the budget, and runs when the answer is yes. Does not block.
void askAboutCost(RunController &run, QWidget *window);

} // namespace xs::gui::shell
