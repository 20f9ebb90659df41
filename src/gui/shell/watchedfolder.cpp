// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/watchedfolder.h"

#include "gui/shell/workbench.h"

#include <QDir>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

namespace {

const auto key = u"watch/folder"_s;

} // namespace

WatchedFolder::WatchedFolder(QSettings &settings, Scheduler &scheduler, QObject *parent)
    : QObject(parent), m_settings(settings), m_folder(settings.value(key).toString()), m_next(scheduler)
{
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &WatchedFolder::lookSoon);
    begin();
}

void WatchedFolder::setFolder(const QString &folder)
{
    if (!m_folder.isEmpty())
        m_watcher.removePath(m_folder);
    m_next.drop();
    m_folder = folder;
    m_settings.setValue(key, folder);
    begin();
    emit folderChanged();
}

/// What is there already was not put there for us.
void WatchedFolder::begin()
{
    m_seen.clear();
    if (m_folder.isEmpty())
        return;
    m_watcher.addPath(m_folder);
    m_seen = look();
    for (auto &seen : m_seen)
        seen.isTaken = true;
}

QHash<QString, WatchedFolder::Seen> WatchedFolder::look() const
{
    QHash<QString, Seen> found;
    // Without the folders inside; hidden files and unfinished downloads have no name of a document.
    for (const auto &file : QDir(m_folder).entryInfoList(documentPatterns(), QDir::Files | QDir::Readable))
        found.insert(file.absoluteFilePath(), {file.size(), file.lastModified(), false});
    return found;
}

void WatchedFolder::lookSoon()
{
    if (!m_next.isSet())
        m_next.set(calm, [this] { compare(); });
}

void WatchedFolder::compare()
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

} // namespace xs::gui::shell
