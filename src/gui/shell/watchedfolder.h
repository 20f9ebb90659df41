// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/folderwatch.h"

class QSettings;

namespace xs::gui::shell {

/// The folder that the user has the window watch: off at first, remembered over a restart. What was there before is
/// left alone. Owned by the window.
class WatchedFolder final : public QObject
{
    Q_OBJECT

public:
    static constexpr auto calm = document::FolderWatch::calm;

    WatchedFolder(QSettings &settings, Scheduler &scheduler, QObject *parent = nullptr);

    /// Empty when nothing is watched.
    const QString &folder() const { return m_watch.folder(); }
    /// Watches from now on; empty stops it. Remembered over a restart.
    void setFolder(const QString &folder);

signals:
    void folderChanged();
    void documentsCame(const QStringList &paths);

private:
    QSettings &m_settings;
    document::FolderWatch m_watch;
};

} // namespace xs::gui::shell
