// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace xs::gui::shell {

class WatchedFolder;

/// Says in the status bar that a folder is watched, so that nobody is surprised by jobs that begin by themselves;
/// its menu ends that. Not there while nothing is watched. Owned by the window.
class WatchSign final : public QToolButton
{
    Q_OBJECT

public:
    explicit WatchSign(WatchedFolder &folder, QWidget *parent = nullptr);

private:
    void refresh();

    WatchedFolder &m_folder;
};

} // namespace xs::gui::shell
