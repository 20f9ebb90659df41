// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/sentfiles.h"

#include "jobs/jobsteps.h"

#include <QHostAddress>

#include <algorithm>

namespace xs::jobs {

namespace {

/// A service of this computer listens at another port after each start, and jobs may be older than its first.
QString serverOf(const JobRecord &job)
{
    const auto isHere = QHostAddress(job.baseUrl.host()).isLoopback();
    return job.connectionName + u'\n' + (isHere ? QString() : job.baseUrl.toString());
}

} // namespace

void SentFiles::note(const JobRecord &job)
{
    if (job.fileId.isEmpty() || job.isServerInput())
        return;
    m_holders[job.fileId].insert(job.id);
    if (job.phase == Phase::Failed && meansUploadIsLost(job.error))
        m_lost.insert(job.fileId);
    if (job.document.sha256.isEmpty())
        return;
    const auto server = serverOf(job);
    m_files.insert({server, job.document.sha256}, job.fileId);
    m_sizes[{server, job.document.size}].insert(job.fileId);
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
    const auto server = serverOf(job);
    const auto file = m_files.find({server, job.document.sha256});
    if (file != m_files.end() && *file == job.fileId)
        m_files.erase(file);
    const auto ofThisSize = m_sizes.find({server, job.document.size});
    if (ofThisSize != m_sizes.end() && ofThisSize->remove(job.fileId) && ofThisSize->isEmpty())
        m_sizes.erase(ofThisSize);
}

FileId SentFiles::find(const JobRecord &job, const QString &sha256) const
{
    const auto file = m_files.value({serverOf(job), sha256});
    return m_lost.contains(file) ? FileId() : file;
}

SentFiles::Way SentFiles::begin(const JobRecord &job, qint64 size)
{
    const auto server = serverOf(job);
    // Such a document is missing or empty, and nothing of it will be sent.
    if (size == 0)
        return Way::AtOnce;
    if (isSentByAnother(job, size, {}))
        return Way::Later;
    const auto isOnItsWay =
        std::ranges::any_of(m_claims, [&](const Claim &claim) { return claim.server == server && claim.size == size; });
    if (isOnItsWay || isOnServer(server, size))
        return Way::HashFirst;
    m_claims.insert(job.id, {server, size, {}});
    return Way::AtOnce;
}

bool SentFiles::claim(const JobRecord &job, qint64 size, const QString &sha256)
{
    if (isSentByAnother(job, size, sha256) || isSentByAnother(job, size, {}))
        return false;
    m_claims.insert(job.id, {serverOf(job), size, sha256});
    return true;
}

bool SentFiles::isOnServer(const QString &server, qint64 size) const
{
    const auto files = m_sizes.value({server, size});
    return std::ranges::any_of(files, [this](const FileId &file) { return !m_lost.contains(file); });
}

bool SentFiles::isSentByAnother(const JobRecord &job, qint64 size, const QString &sha256) const
{
    const auto server = serverOf(job);
    for (auto claim = m_claims.cbegin(); claim != m_claims.cend(); ++claim)
        if (claim.key() != job.id && claim->server == server && claim->size == size && claim->sha256 == sha256)
            return true;
    return false;
}

} // namespace xs::jobs
