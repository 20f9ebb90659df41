// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/json.h"
#include "jobs/sentfiles.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>

namespace xs::jobs {

class JobStore;

/// The jobs in memory, always in step with the store: a change is written first and shown after that. Owned by
/// the JobQueue.
class JobTable : public QObject
{
    Q_OBJECT

public:
    using Edit = std::function<void(JobRecord &)>;

    JobTable(JobStore &store, const Clock &clock, QObject *parent = nullptr);
    ~JobTable() override;

    /// Reads the next `limit` stored jobs; false when there are no more.
    Expected<bool> loadNext(int limit);
    Expected<void> add(const std::vector<JobRecord> &jobs, const Json &configuration);
    /// Null when there is none; valid until it is removed.
    const JobRecord *find(const LocalJobId &id) const;
    std::vector<LocalJobId> ids() const;
    int unfinished() const { return m_unfinished; }
    /// Whether another record than `except` belongs to this server job, now or in an earlier run.
    bool isKnown(const JobId &remoteId, const LocalJobId &except) const;

    /// Stores and shows a change; false when it could not be stored, and then nothing has changed. A job that is
    /// over and was to be removed goes.
    bool change(const LocalJobId &id, const Edit &edit, const Json *answer = nullptr);
    /// As `change`, for what is known about a job and not what becomes of it: it keeps its time.
    bool annotate(const LocalJobId &id, const Edit &edit);
    /// Shows why an unfinished job does not move at present (None: it does again). Not stored.
    void setTrouble(const LocalJobId &id, const Error &error);
    void remove(const LocalJobId &id);
    SentFiles &sentFiles() { return m_sent; }
    /// Whether an unfinished job still needs the upload.
    bool isNeeded(const FileId &file) const;
    JobStore &store() const { return m_store; }

signals:
    void added(const xs::LocalJobId &id);
    void changed(const xs::LocalJobId &id);
    void removed(const xs::LocalJobId &id);
    void storeFailed(const xs::Error &error);
    /// The server would not forget a job or an upload; the job stays in the list.
    void removalRefused(const xs::LocalJobId &id, const xs::Error &error);

private:
    void keep(const JobRecord &job);
    void index(const JobRecord &job);
    bool report(const Expected<void> &written);

    JobStore &m_store;
    const Clock &m_clock;
    std::vector<std::unique_ptr<JobRecord>> m_jobs;
    QHash<LocalJobId, JobRecord *> m_byId;
    /// Server jobs, those of earlier runs too, and whose they are.
    QHash<JobId, LocalJobId> m_byRemoteId;
    SentFiles m_sent;
    qint64 m_loadedUpTo = 0;
    int m_unfinished = 0;
};

} // namespace xs::jobs
