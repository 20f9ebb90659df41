// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jobdesk.h"

#include "server/queryreader.h"

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

QStringList statusWords(JobKind kind)
{
    QStringList words{u"PENDING"_s, u"RUNNING"_s, u"COMPLETED"_s, u"FAILED"_s, u"CANCELLED"_s};
    if (kind == JobKind::Extract)
        words << u"THROTTLED"_s;
    return words;
}

} // namespace

Expected<StoredJob> JobDesk::create(const StoredJob &job, const Request &request)
{
    auto stored = m_jobs.create(job, request.header("idempotency-key"));
    if (stored)
        m_runner.wake();
    return stored;
}

Expected<StoredJob> JobDesk::findParseJob(const QString &id, const QStringList &parts)
{
    auto job = m_jobs.find(JobKind::Parse, id, parts);
    if (job || job.error().code != ErrorCode::NotFound)
        return job;
    if (const auto made = m_readings.make(id); !made)
        return Unexpected(made.error());
    return m_jobs.find(JobKind::Parse, id, parts);
}

Expected<StoredJob> JobDesk::cancel(JobKind kind, const QString &id)
{
    auto job = m_jobs.cancel(kind, id);
    if (job)
        m_runner.abandon(id);
    return job;
}

Expected<void> JobDesk::remove(JobKind kind, const QString &id)
{
    return m_jobs.remove(kind, id);
}

JobQuery readJobQuery(QueryReader &query, JobKind kind)
{
    JobQuery wanted;
    wanted.kind = kind;
    if (const auto status = query.word(u"status"_s, statusWords(kind)))
        wanted.statuses << *status;
    wanted.ids = query.texts(u"job_ids"_s);
    wanted.createdFrom = query.moment(u"created_at_on_or_after"_s);
    wanted.createdUpTo = query.moment(u"created_at_on_or_before"_s);
    wanted.pageSize = query.pageSize();
    wanted.after = query.pageToken();
    return wanted;
}

} // namespace xs::server
