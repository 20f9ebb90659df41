// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobqueue.h"

#include <QHash>

#include <optional>

namespace xs::cli {

/// What the job reads: an absolute path, or a server's id.
QString inputOf(const jobs::JobRecord &job);

/// Finds the job that an earlier run made for a document, so that nothing is sent twice: the same file with the same
/// content, read with the same configuration. Made when all stored jobs are loaded.
class KnownJobs
{
public:
    KnownJobs(const jobs::JobQueue &queue, const Json &configuration);

    void add(const LocalJobId &id);
    /// The newest; nothing when the document has to be sent.
    std::optional<LocalJobId> find(const QString &input) const;

private:
    bool fits(const jobs::JobRecord &job, const QString &input) const;

    const jobs::JobQueue &m_queue;
    const Json &m_configuration;
    /// Oldest first.
    QMultiHash<QString, LocalJobId> m_jobs;
};

} // namespace xs::cli
