// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/folderwatch.h"

#include "document/documentfiles.h"

#include <QDir>

#include <utility>

namespace xs::document {

FolderWatch::FolderWatch(Scheduler &scheduler, QObject *parent) : QObject(parent), m_next(scheduler)
{
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &FolderWatch::lookSoon);
}

void FolderWatch::watch(const QString &folder, Present present)
{
    if (!m_folder.isEmpty())
        m_watcher.removePath(m_folder);
    m_next.drop();
    m_isSoon = false;
    m_seen.clear();
    m_folder = folder;
    if (m_folder.isEmpty())
        return;
    m_watcher.addPath(m_folder);
    m_seen = look();
    for (auto &seen : m_seen)
        seen.isTaken = present == Present::LeaveAlone;
    if (present == Present::TakeToo && !m_seen.isEmpty())
        lookSoon();
    else
        lookLater();
}

QHash<QString, FolderWatch::Seen> FolderWatch::look() const
{
    QHash<QString, Seen> found;
    // Without the folders inside; hidden files and unfinished downloads have no name of a document.
    for (const auto &file : QDir(m_folder).entryInfoList(documentPatterns(), QDir::Files | QDir::Readable))
        found.insert(file.absoluteFilePath(), {file.size(), file.lastModified(), false});
    return found;
}

void FolderWatch::lookSoon()
{
    if (!std::exchange(m_isSoon, true))
        m_next.set(calm, [this] { compare(); });
}

void FolderWatch::lookLater()
{
    m_next.set(patience, [this] { compare(); });
}

void FolderWatch::compare()
{
    m_isSoon = false;
    auto now = look();
    QStringList ready;
    bool isAnyUnrest = false;
    for (auto file = now.begin(); file != now.end(); ++file) {
        const auto before = m_seen.value(file.key());
        const auto isSame = before.size == file->size && before.changedAt == file->changedAt;
        file->isTaken = before.isTaken && isSame;
        if (file->isTaken)
            continue;
        if (isSame && file->size > 0) {
            file->isTaken = true;
            ready << file.key();
        } else {
            isAnyUnrest = true;
        }
    }
    // What is not there now may come back as it was: the folder of another computer that was away for a while.
    for (auto file = now.begin(); file != now.end(); ++file)
        m_seen.insert(file.key(), *file);
    if (isAnyUnrest)
        lookSoon();
    else
        lookLater();
    ready.sort();
    if (!ready.isEmpty())
        emit documentsCame(ready);
}

} // namespace xs::document
