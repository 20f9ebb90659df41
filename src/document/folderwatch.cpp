// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/folderwatch.h"

#include "document/documentfiles.h"

#include <QDir>

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
    if (!m_next.isSet())
        m_next.set(calm, [this] { compare(); });
}

void FolderWatch::compare()
{
    m_next.drop();
    auto now = look();
    QStringList ready;
    bool isAnyUnrest = false;
    for (auto file = now.begin(); file != now.end(); ++file) {
        const auto before = m_seen.value(file.key());
        const auto isSame = before.size == file->size && before.changedAt == file->changedAt;
        file->isTaken = before.isTaken;
        if (file->isTaken)
            continue;
        if (isSame && file->size > 0) {
            file->isTaken = true;
            ready << file.key();
        } else {
            isAnyUnrest = true;
        }
    }
    m_seen = std::move(now);
    if (isAnyUnrest)
        lookSoon();
    ready.sort();
    if (!ready.isEmpty())
        emit documentsCame(ready);
}

} // namespace xs::document
