// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/cli/knownjobs.h"

#include "base/filehash.h"

#include <QFileInfo>

namespace xs::cli {

QString inputOf(const jobs::JobRecord &job)
{
    return job.isServerInput() ? job.fileId.text() : job.document.path;
}

KnownJobs::KnownJobs(const jobs::JobQueue &queue, const Json &configuration)
    : m_queue(queue), m_configuration(configuration)
{
    for (const auto &id : queue.ids())
        add(id);
}

void KnownJobs::add(const LocalJobId &id)
{
    m_jobs.insert(inputOf(*m_queue.job(id)), id);
}

std::optional<LocalJobId> KnownJobs::find(const QString &input) const
{
    // A QMultiHash gives what was inserted last first.
    for (const auto &id : m_jobs.values(input))
        if (const auto *job = m_queue.job(id); job && fits(*job, input))
            return id;
    return {};
}

bool KnownJobs::fits(const jobs::JobRecord &job, const QString &input) const
{
    const auto isSame =
        job.isServerInput() || (QFileInfo(input).size() == job.document.size &&
                                (job.document.sha256.isEmpty() || job.document.sha256 == sha256OfFile(input)));
    if (!isSame)
        return false;
    const auto configuration = m_queue.configuration(job.id);
    return configuration && *configuration == m_configuration;
}

} // namespace xs::cli
