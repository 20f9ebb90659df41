// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/scheduler.h"

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>

namespace xs::document {

/// Waits for documents that come into one folder. A file is told of when its size and time have stayed the same for a
/// while, so that half a copy is never taken, and again when it was replaced, as by a scanner that gives each page the
/// same name; hidden files and those that browsers and mail programs have not finished are left alone. Folders of other
/// computers tell nothing by themselves, so it looks by itself now and then.
class FolderWatch final : public QObject
{
    Q_OBJECT

public:
    /// How long a file must not have changed.
    static constexpr std::chrono::milliseconds calm{2'000};
    /// How long it waits to be told of a change before it looks by itself.
    static constexpr std::chrono::milliseconds patience{10'000};

    explicit FolderWatch(Scheduler &scheduler, QObject *parent = nullptr);

    /// What to do with the documents that are there at the beginning.
    enum class Present { LeaveAlone, TakeToo };
    /// Watches from now on; an empty name stops it.
    void watch(const QString &folder, Present present);
    /// Empty when nothing is watched.
    const QString &folder() const { return m_folder; }

signals:
    /// Sorted, absolute.
    void documentsCame(const QStringList &paths);

private:
    struct Seen
    {
        qint64 size = -1;
        QDateTime changedAt;
        bool isTaken = false;
    };

    QHash<QString, Seen> look() const;
    void lookSoon();
    void lookLater();
    void compare();

    QString m_folder;
    QFileSystemWatcher m_watcher;
    Later m_next;
    bool m_isSoon = false;
    QHash<QString, Seen> m_seen;
};

} // namespace xs::document
