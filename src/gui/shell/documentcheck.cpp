// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/documentcheck.h"

#include "base/filehash.h"
#include "jobs/jobrecord.h"

#include <QFileInfo>
#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <algorithm>

namespace xs::gui::shell {

void DocumentCheck::look(const jobs::JobRecord *job)
{
    const auto turn = ++m_turn;
    if (!job || job->phase != jobs::Phase::Completed || job->isServerInput() || job->document.sha256.isEmpty())
        return emit unchanged();
    const QFileInfo file(job->document.path);
    if (!file.exists())
        return emit unchanged();
    if (file.size() != job->document.size)
        return emit changed(job->id);
    // A file that was put in the place of another may be older than it, but not its place.
    const State state{job->document.path, file.size(), std::max(file.lastModified(), file.metadataChangeTime())};
    if (state.writtenAt < job->createdAt)
        return emit unchanged();
    const auto compare = [this, id = job->id, wanted = job->document.sha256] {
        if (m_readHash.isEmpty() || m_readHash == wanted)
            emit unchanged();
        else
            emit changed(id);
    };
    if (state == m_read)
        return compare();
    auto *watcher = new QFutureWatcher<QString>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, turn, state, compare] {
        watcher->deleteLater();
        if (turn != m_turn)
            return;
        m_read = state;
        m_readHash = watcher->result();
        compare();
    });
    watcher->setFuture(QtConcurrent::run(&sha256OfFile, state.path));
}

} // namespace xs::gui::shell
