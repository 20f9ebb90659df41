// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jobrows.h"

#include "api/jobjson.h"
#include "server/rowbyid.h"
#include "server/serverids.h"
#include "server/storedvalues.h"

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

constexpr TableWithIds table{
    "jobs"_L1,
    "row, id, kind, input, configuration_id, request, status, error_message, created_at, updated_at, running_at, ended_at"_L1};

std::optional<QDateTime> momentOrNothing(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(fromMicroseconds(value.toLongLong()));
}

StoredJob readRow(const QSqlQuery &row)
{
    StoredJob job;
    job.row = row.value(0).toLongLong();
    job.id = row.value(1).toString();
    job.kind = row.value(2).toString() == "parse"_L1 ? JobKind::Parse : JobKind::Extract;
    job.input = row.value(3).toString();
    job.configurationId = textOrNothing(row.value(4));
    job.request = readStoredJson(row.value(5));
    job.status = api::statusFromWord(row.value(6).toString());
    job.errorMessage = textOrNothing(row.value(7));
    job.createdAt = fromMicroseconds(row.value(8).toLongLong());
    job.updatedAt = fromMicroseconds(row.value(9).toLongLong());
    job.runningAt = momentOrNothing(row.value(10));
    job.endedAt = momentOrNothing(row.value(11));
    return job;
}

Condition condition(const JobQuery &query)
{
    Condition where;
    // With ids, the plus keeps SQLite from reading the index of all jobs of the kind instead of that of ids.
    where.add(query.ids.isEmpty() ? u"kind = ?"_s : u"+kind = ?"_s, {jobKindWord(query.kind)});
    if (!query.statuses.isEmpty())
        where.addAnyOf(u"status"_s, query.statuses);
    if (query.configurationId)
        where.add(u"configuration_id = ?"_s, {*query.configurationId});
    if (query.input)
        where.add(u"input = ?"_s, {*query.input});
    if (query.inputPrefix)
        where.add(u"substr(input, 1, 4) = ?"_s, {*query.inputPrefix});
    if (!query.ids.isEmpty())
        where.addAnyOf(u"id"_s, query.ids);
    if (query.createdFrom)
        where.add(u"created_at >= ?"_s, {toMicroseconds(*query.createdFrom)});
    if (query.createdUpTo)
        where.add(u"created_at <= ?"_s, {toMicroseconds(*query.createdUpTo)});
    if (query.after)
        where.add(u"row < ?"_s, {query.after->row});
    return where;
}

} // namespace

QString jobKindWord(JobKind kind)
{
    return kind == JobKind::Parse ? u"parse"_s : u"extract"_s;
}

Expected<StoredJob> findJob(store::Database &database, const QString &id)
{
    return findRowById(database, table, id, readRow);
}

Expected<StoredJob> findJob(store::Database &database, JobKind kind, const QString &id)
{
    auto job = findJob(database, id);
    if (job && job->kind != kind)
        return Unexpected(ErrorCode::NotFound, {}, id);
    return job;
}

Expected<std::optional<StoredJob>> nextPendingJob(store::Database &database)
{
    auto row = database.run(u"SELECT %1 FROM jobs WHERE status = 'PENDING' ORDER BY row LIMIT 1"_s.arg(table.columns));
    if (!row)
        return Unexpected(row.error());
    return row->next() ? std::optional(readRow(*row)) : std::nullopt;
}

Expected<ListPage<StoredJob>> listJobs(store::Database &database, const JobQuery &query)
{
    const ListSource source{u"SELECT %1 FROM jobs"_s.arg(table.columns), condition(query), u"row DESC"_s,
                            query.pageSize};
    return readListPage(database, source, readRow);
}

Expected<void> readParts(store::Database &database, const QStringList &names, StoredJob &job)
{
    if (names.isEmpty() || job.status != domain::JobStatus::Completed)
        return {};
    Condition where;
    where.add(u"job = ?"_s, {job.row});
    where.addAnyOf(u"name"_s, names);
    auto rows =
        database.run(u"SELECT name, value FROM result_parts WHERE "_s + where.terms.join(" AND "_L1), where.values);
    if (!rows)
        return Unexpected(rows.error());
    while (rows->next())
        job.result[toStd(rows->value(0).toString())] = readStoredJson(rows->value(1));
    return {};
}

Expected<void> storeParts(store::Database &database, const QString &jobId, const Json &result)
{
    for (const auto &[name, value] : result.items())
        if (const auto done =
                database.run(u"INSERT INTO result_parts (job, name, value) SELECT row, ?, ? FROM jobs WHERE id = ?"_s,
                             {toQString(name), storedText(value), jobId});
            !done)
            return Unexpected(done.error());
    return {};
}

Expected<QMap<QString, qint64>> sizesOfParts(store::Database &database, const StoredJob &job)
{
    auto rows = database.run(u"SELECT name, length(CAST(value AS BLOB)) FROM result_parts WHERE job = ?"_s, {job.row});
    if (!rows)
        return Unexpected(rows.error());
    QMap<QString, qint64> sizes;
    while (rows->next())
        sizes.insert(rows->value(0).toString(), rows->value(1).toLongLong());
    return sizes;
}

} // namespace xs::server
