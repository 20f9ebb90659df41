// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobrecord.h"

#include <QHash>
#include <QSet>

namespace xs::jobs {

/// Which contents are on which server already, so that no document is sent twice, and which jobs share an upload.
/// Owned by the JobTable, which tells it of every record.
class SentFiles
{
public:
    void note(const JobRecord &job);
    void forget(const JobRecord &job);

    /// The upload of the same content to the same server; empty when there is none.
    FileId find(const JobRecord &job, const QString &sha256) const;
    /// The server has lost it: it is not offered any more.
    void setLost(const FileId &file) { m_lost.insert(file); }
    /// The jobs that hold an upload.
    QSet<LocalJobId> holders(const FileId &file) const { return m_holders.value(file); }

    /// Reserves the sending of a content; false while another job sends the same to the same server.
    bool claim(const JobRecord &job, const QString &sha256);
    void release(const LocalJobId &id)
    {
        m_claims.removeIf([&id](const auto &claim) { return claim.value() == id; });
    }

private:
    static QString keyOf(const JobRecord &job, const QString &sha256);

    QHash<QString, FileId> m_files;
    QHash<FileId, QSet<LocalJobId>> m_holders;
    QSet<FileId> m_lost;
    QHash<QString, LocalJobId> m_claims;
};

} // namespace xs::jobs
