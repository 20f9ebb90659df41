// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/sentfiles.h"

#include "jobs/jobsteps.h"

#include <QHostAddress>

namespace xs::jobs {

/// A service of this computer listens at another port after each start, and jobs may be older than its first.
QString SentFiles::keyOf(const JobRecord &job, const QString &sha256)
{
    const auto isHere = QHostAddress(job.baseUrl.host()).isLoopback();
    return job.connectionName + u'\n' + (isHere ? QString() : job.baseUrl.toString()) + u'\n' + sha256;
}

void SentFiles::note(const JobRecord &job)
{
    if (job.fileId.isEmpty() || job.isServerInput())
        return;
    m_holders[job.fileId].insert(job.id);
    if (job.phase == Phase::Failed && meansUploadIsLost(job.error))
        m_lost.insert(job.fileId);
    if (!job.document.sha256.isEmpty())
        m_files.insert(keyOf(job, job.document.sha256), job.fileId);
}

void SentFiles::forget(const JobRecord &job)
{
    const auto holders = m_holders.find(job.fileId);
    if (holders == m_holders.end())
        return;
    holders->remove(job.id);
    if (!holders->isEmpty())
        return;
    m_holders.erase(holders);
    const auto file = m_files.find(keyOf(job, job.document.sha256));
    if (file != m_files.end() && *file == job.fileId)
        m_files.erase(file);
}

FileId SentFiles::find(const JobRecord &job, const QString &sha256) const
{
    const auto file = m_files.value(keyOf(job, sha256));
    return m_lost.contains(file) ? FileId() : file;
}

bool SentFiles::claim(const JobRecord &job, const QString &sha256)
{
    const auto key = keyOf(job, sha256);
    const auto claim = m_claims.constFind(key);
    if (claim != m_claims.cend() && *claim != job.id)
        return false;
    m_claims.insert(key, job.id);
    return true;
}

} // namespace xs::jobs
