// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/watchedfolder.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

namespace {

const auto key = u"watch/folder"_s;

} // namespace

WatchedFolder::WatchedFolder(QSettings &settings, Scheduler &scheduler, QObject *parent)
    : QObject(parent), m_settings(settings), m_watch(scheduler)
{
    connect(&m_watch, &document::FolderWatch::documentsCame, this, &WatchedFolder::documentsCame);
    m_watch.watch(settings.value(key).toString(), document::FolderWatch::Present::LeaveAlone);
}

void WatchedFolder::setFolder(const QString &folder)
{
    m_settings.setValue(key, folder);
    m_watch.watch(folder, document::FolderWatch::Present::LeaveAlone);
    emit folderChanged();
}

} // namespace xs::gui::shell
