// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/scheduler.h"

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>

class QSettings;

namespace xs::gui::shell {

/// Waits for documents that come into one folder, when it was asked to: off at first. A file is told of once, when
/// its size and time have stayed the same for a while, so that half a copy is never taken; what was there before,
/// hidden files and those that browsers and mail programs have not finished are left alone. Results are no
/// documents, so an export into the folder starts nothing. Owned by the window.
class WatchedFolder final : public QObject
{
    Q_OBJECT

public:
    /// How long a file must not have changed.
    static constexpr std::chrono::milliseconds calm{2'000};

    WatchedFolder(QSettings &settings, Scheduler &scheduler, QObject *parent = nullptr);

    /// Empty when nothing is watched.
    const QString &folder() const { return m_folder; }
    /// Watches from now on; empty stops it. Remembered over a restart.
    void setFolder(const QString &folder);

signals:
    void folderChanged();
    void documentsCame(const QStringList &paths);

private:
    struct Seen
    {
        qint64 size = -1;
        QDateTime changedAt;
        bool isTaken = false;
        bool operator==(const Seen &) const = default;
    };

    QHash<QString, Seen> look() const;
    void begin();
    void lookSoon();
    void compare();

    QSettings &m_settings;
    QString m_folder;
    QFileSystemWatcher m_watcher;
    Later m_next;
    QHash<QString, Seen> m_seen;
};

} // namespace xs::gui::shell
