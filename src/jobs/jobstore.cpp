// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobstore.h"

#include "api/jobjson.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace xs::jobs {

namespace {

/// Version 1. Rows keep the order of their making; jobs of a batch share one row of `configuration`.
const store::Migration createTables{
    uR"(CREATE TABLE configuration (
            hash TEXT PRIMARY KEY,
            json BLOB NOT NULL) WITHOUT ROWID)"_s,
    uR"(CREATE TABLE job (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            configuration TEXT NOT NULL REFERENCES configuration(hash),
            document_path TEXT NOT NULL,
            document_name TEXT NOT NULL,
            document_size INTEGER NOT NULL,
            document_sha256 TEXT NOT NULL,
            document_pages INTEGER,
            connection TEXT NOT NULL,
            base_url TEXT NOT NULL,
            phase TEXT NOT NULL,
            error_code TEXT NOT NULL,
            error_detail TEXT NOT NULL,
            error_place TEXT NOT NULL,
            file_id TEXT NOT NULL,
            remote_id TEXT NOT NULL,
            remote_status TEXT NOT NULL,
            cancel_wanted INTEGER NOT NULL,
            remove_wanted INTEGER NOT NULL,
            run INTEGER NOT NULL,
            create_sent_at TEXT NOT NULL,
            former_remote_ids TEXT NOT NULL,
            created_at TEXT NOT NULL,
            updated_at TEXT NOT NULL))"_s,
    u"CREATE INDEX job_configuration ON job(configuration)"_s,
    uR"(CREATE TABLE answer (
            job TEXT PRIMARY KEY REFERENCES job(id) ON DELETE CASCADE,
            json BLOB NOT NULL) WITHOUT ROWID)"_s,
};

/// Version 2: what the list shows of an answer, and what is to be removed from the server.
const store::Migration addSummary{
    u"ALTER TABLE job ADD COLUMN lowest REAL"_s,
    u"ALTER TABLE job ADD COLUMN value_count INTEGER"_s,
    u"ALTER TABLE job ADD COLUMN pages_read INTEGER"_s,
    u"ALTER TABLE job ADD COLUMN credits REAL"_s,
    u"ALTER TABLE job ADD COLUMN remove_there INTEGER NOT NULL DEFAULT 0"_s,
    u"ALTER TABLE job ADD COLUMN remove_upload INTEGER NOT NULL DEFAULT 0"_s,
};

const std::vector<store::Migration> &migrations()
{
    static const std::vector<store::Migration> steps{createTables, addSummary};
    return steps;
}

QString text(const QDateTime &moment)
{
    return moment.isValid() ? api::timestamp(moment) : u""_s;
}

/// SQLite keeps an absent string as NULL, which the columns do not take.
QString present(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QString joined(const std::vector<JobId> &ids)
{
    QStringList texts;
    for (const auto &id : ids)
        texts << id.text();
    return present(texts.join(u'\n'));
}

std::vector<JobId> split(const QString &text)
{
    std::vector<JobId> ids;
    for (const auto &id : text.split(u'\n', Qt::SkipEmptyParts))
        ids.emplace_back(id);
    return ids;
}

template <typename Number>
QVariant number(const std::optional<Number> &value)
{
    return value ? QVariant(*value) : QVariant();
}

/// The columns that change while a job lives, in the order of `writeColumns`.
QVariantList changingValues(const JobRecord &job)
{
    const auto &document = job.document;
    const auto error = job.phase == Phase::Failed ? job.error : Error{};
    return {present(document.path),
            present(document.name),
            document.size,
            present(document.sha256),
            document.pageCount ? QVariant(*document.pageCount) : QVariant(),
            present(job.connectionName),
            present(job.baseUrl.toString()),
            phaseName(job.phase),
            errorCodeName(error.code),
            present(error.detail),
            present(error.place),
            present(job.fileId.text()),
            present(job.remoteId.text()),
            present(job.remoteStatus),
            job.cancelWanted,
            job.removeWanted,
            job.run,
            text(job.createSentAt),
            joined(job.formerRemoteIds),
            text(job.createdAt),
            text(job.updatedAt),
            job.summary ? number(job.summary->lowest) : QVariant(),
            job.summary ? QVariant(job.summary->values) : QVariant(),
            job.summary ? number(job.summary->pages) : QVariant(),
            job.summary ? number(job.summary->credits) : QVariant(),
            job.removeThereToo,
            job.removeUpload};
}

constexpr QStringView changingColumns =
    u"document_path, document_name, document_size, document_sha256, document_pages, connection, base_url, phase, "
    u"error_code, error_detail, error_place, file_id, remote_id, remote_status, cancel_wanted, remove_wanted, run, "
    u"create_sent_at, former_remote_ids, created_at, updated_at, lowest, value_count, pages_read, credits, "
    u"remove_there, remove_upload";

QString marks(qsizetype count)
{
    return QStringList(count, u"?"_s).join(u',');
}

JobRecord readJob(const QSqlQuery &row)
{
    auto column = 1;
    const auto next = [&row, &column] { return row.value(column++); };
    JobRecord job;
    job.id = LocalJobId(next().toString());
    job.hasAnswer = next().toBool();
    job.document.path = next().toString();
    job.document.name = next().toString();
    job.document.size = next().toLongLong();
    job.document.sha256 = next().toString();
    if (const auto pages = next(); !pages.isNull())
        job.document.pageCount = pages.toInt();
    job.connectionName = next().toString();
    job.baseUrl = QUrl(next().toString());
    job.phase = phaseFromName(next().toString()).value_or(Phase::Failed);
    job.error.code = errorCodeFromName(next().toString());
    job.error.detail = next().toString();
    job.error.place = next().toString();
    job.fileId = FileId(next().toString());
    job.remoteId = JobId(next().toString());
    job.remoteStatus = next().toString();
    job.cancelWanted = next().toBool();
    job.removeWanted = next().toBool();
    job.run = next().toInt();
    job.createSentAt = api::readTimestamp(next().toString());
    job.formerRemoteIds = split(next().toString());
    job.createdAt = api::readTimestamp(next().toString());
    job.updatedAt = api::readTimestamp(next().toString());
    const auto lowest = next();
    const auto values = next();
    const auto pages = next();
    const auto credits = next();
    if (!values.isNull()) {
        job.summary = JobSummary{{}, values.toInt(), {}, {}};
        if (!lowest.isNull())
            job.summary->lowest = lowest.toDouble();
        if (!pages.isNull())
            job.summary->pages = pages.toInt();
        if (!credits.isNull())
            job.summary->credits = credits.toDouble();
    }
    job.removeThereToo = next().toBool();
    job.removeUpload = next().toBool();
    return job;
}

} // namespace

Expected<std::unique_ptr<JobStore>> JobStore::open(const QString &path)
{
    auto database = store::Database::open(path, migrations());
    if (!database)
        return Unexpected(database.error());
    return std::unique_ptr<JobStore>(new JobStore(std::move(*database)));
}

Expected<void> JobStore::insert(const std::vector<JobRecord> &jobs, const Json &configuration)
{
    const auto json = toBytes(configuration);
    const auto hash = QString::fromLatin1(QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex());
    auto transaction = store::Transaction::begin(*m_database);
    if (!transaction)
        return Unexpected(transaction.error());
    if (const auto done = m_database->run(u"INSERT OR IGNORE INTO configuration VALUES (?, ?)"_s, {hash, json}); !done)
        return Unexpected(done.error());
    // One statement for all of them: thousands are added at once.
    const auto sql = u"INSERT INTO job (id, configuration, %1) VALUES (%2)"_s.arg(
        changingColumns, marks(2 + changingValues(JobRecord()).size()));
    if (const auto done =
            m_database->runForEach(sql, jobs.size(),
                                   [&](std::size_t i) {
                                       return QVariantList{jobs[i].id.text(), hash} + changingValues(jobs[i]);
                                   });
        !done)
        return Unexpected(done.error());
    return transaction->commit();
}

Expected<void> JobStore::write(const JobRecord &job)
{
    const auto values = changingValues(job);
    const auto sql = u"UPDATE job SET (%1) = (%2) WHERE id = ?"_s.arg(changingColumns, marks(values.size()));
    const auto done = m_database->run(sql, values + QVariantList{job.id.text()});
    if (!done)
        return Unexpected(done.error());
    return {};
}

Expected<void> JobStore::update(const JobRecord &job)
{
    return write(job);
}

Expected<void> JobStore::update(const JobRecord &job, const Json &answer)
{
    auto transaction = store::Transaction::begin(*m_database);
    if (!transaction)
        return Unexpected(transaction.error());
    if (const auto done = write(job); !done)
        return done;
    const auto stored =
        m_database->run(u"INSERT OR REPLACE INTO answer VALUES (?, ?)"_s, {job.id.text(), toBytes(answer)});
    if (!stored)
        return Unexpected(stored.error());
    return transaction->commit();
}

Expected<void> JobStore::remove(const LocalJobId &id)
{
    auto transaction = store::Transaction::begin(*m_database);
    if (!transaction)
        return Unexpected(transaction.error());
    if (const auto done = m_database->run(u"DELETE FROM job WHERE id = ?"_s, {id.text()}); !done)
        return Unexpected(done.error());
    const auto swept = m_database->run(
        u"DELETE FROM configuration WHERE NOT EXISTS (SELECT 1 FROM job WHERE job.configuration = hash)"_s);
    if (!swept)
        return Unexpected(swept.error());
    return transaction->commit();
}

Expected<std::vector<JobRecord>> JobStore::jobs(qint64 &after, int limit)
{
    const auto sql = u"SELECT sequence, id, EXISTS (SELECT 1 FROM answer WHERE answer.job = id), %1 FROM job "
                     "WHERE sequence > ? ORDER BY sequence LIMIT ?"_s;
    auto rows = m_database->run(sql.arg(changingColumns), {after, limit});
    if (!rows)
        return Unexpected(rows.error());
    std::vector<JobRecord> jobs;
    while (rows->next()) {
        after = rows->value(0).toLongLong();
        jobs.push_back(readJob(*rows));
    }
    return jobs;
}

Expected<std::vector<JobRecord>> JobStore::jobs()
{
    qint64 after = 0;
    return jobs(after, -1);
}

Expected<Json> JobStore::configuration(const LocalJobId &id)
{
    const auto text =
        textOf(u"SELECT json FROM configuration WHERE hash = (SELECT configuration FROM job WHERE id = ?)"_s, id);
    return text ? parseJson(*text) : Unexpected(text.error());
}

Expected<Json> JobStore::answer(const LocalJobId &id)
{
    const auto text = answerText(id);
    return text ? parseJson(*text) : Unexpected(text.error());
}

Expected<QByteArray> JobStore::answerText(const LocalJobId &id)
{
    return textOf(u"SELECT json FROM answer WHERE job = ?"_s, id);
}

Expected<QByteArray> JobStore::textOf(const QString &sql, const LocalJobId &id)
{
    auto rows = m_database->run(sql, {id.text()});
    if (!rows)
        return Unexpected(rows.error());
    if (!rows->next())
        return Unexpected(ErrorCode::NotFound, {}, id.text());
    return rows->value(0).toByteArray();
}

} // namespace xs::jobs
