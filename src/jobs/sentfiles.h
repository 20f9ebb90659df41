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
    /// How a document is to be sent whose length is known.
    enum class Way {
        /// Nothing of its length is on the server or on its way there, so nothing equal is: it is sent at once.
        AtOnce,
        /// There may be an equal one: its hash comes first.
        HashFirst,
        /// One of its length is on its way whose hash is known at its end alone.
        Later,
    };

    void note(const JobRecord &job);
    void forget(const JobRecord &job);

    /// The upload of the same content to the same server; empty when there is none.
    FileId find(const JobRecord &job, const QString &sha256) const;
    /// The server has lost it: it is not offered any more.
    void setLost(const FileId &file) { m_lost.insert(file); }
    /// The jobs that hold an upload.
    QSet<LocalJobId> holders(const FileId &file) const { return m_holders.value(file); }

    /// Before a document is sent. With AtOnce its length is reserved until `release`.
    Way begin(const JobRecord &job, qint64 size);
    /// Reserves the sending of a content; false while another job sends the same, or may be sending it, to the same
    /// server.
    bool claim(const JobRecord &job, qint64 size, const QString &sha256);
    void release(const LocalJobId &id) { m_claims.remove(id); }

private:
    /// What a job is sending; without a hash where it is made beside the sending.
    struct Claim
    {
        QString server;
        qint64 size = 0;
        QString sha256;
    };

    bool isOnServer(const QString &server, qint64 size) const;
    /// Whether another job sends a content of this length to this server, and the hash of it is `sha256`.
    bool isSentByAnother(const JobRecord &job, qint64 size, const QString &sha256) const;

    QHash<std::pair<QString, QString>, FileId> m_files;
    QHash<std::pair<QString, qint64>, QSet<FileId>> m_sizes;
    QHash<FileId, QSet<LocalJobId>> m_holders;
    QSet<FileId> m_lost;
    QHash<LocalJobId, Claim> m_claims;
};

} // namespace xs::jobs
