// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/reviewstore.h"

#include "review/placejson.h"

using namespace Qt::StringLiterals;

namespace xs::review {

namespace {

/// Version 1. `sequence` is the order of the entries.
const store::Migration createTables{
    uR"(CREATE TABLE entry (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            job TEXT NOT NULL,
            path TEXT NOT NULL,
            verdict TEXT NOT NULL,
            value TEXT NOT NULL,
            place TEXT NOT NULL,
            note TEXT NOT NULL,
            original TEXT NOT NULL,
            who TEXT NOT NULL,
            made_at TEXT NOT NULL))"_s,
    u"CREATE INDEX entry_of_job ON entry(job, path, sequence)"_s,
};

const std::vector<store::Migration> &migrations()
{
    static const std::vector<store::Migration> steps{createTables};
    return steps;
}

const auto columns = u"path, verdict, value, place, note, original, who, made_at"_s;

QString written(const Json &json)
{
    return QString::fromUtf8(toBytes(json));
}

Json read(const QVariant &text)
{
    return parseJson(text.toString().toUtf8()).value_or(Json());
}

/// SQLite keeps an absent string as NULL, which the columns do not take.
QString present(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

Entry entryOf(const QSqlQuery &row)
{
    Entry entry;
    entry.path = row.value(0).toString();
    // A verdict of a later version counts as none: the value has to be looked at again.
    entry.decision.verdict = verdictFromName(row.value(1).toString()).value_or(Verdict::None);
    entry.decision.value = read(row.value(2));
    entry.decision.place = placeFromJson(read(row.value(3)));
    entry.decision.note = row.value(4).toString();
    entry.original = read(row.value(5));
    entry.who = row.value(6).toString();
    entry.when = QDateTime::fromString(row.value(7).toString(), Qt::ISODateWithMs);
    return entry;
}

} // namespace

Expected<std::unique_ptr<ReviewStore>> ReviewStore::open(const QString &path)
{
    auto database = store::Database::open(path, migrations());
    if (!database)
        return Unexpected(database.error());
    return std::unique_ptr<ReviewStore>(new ReviewStore(std::move(*database)));
}

Expected<void> ReviewStore::add(const LocalJobId &job, const std::vector<Entry> &entries)
{
    auto transaction = store::Transaction::begin(*m_database);
    if (!transaction)
        return Unexpected(transaction.error());
    for (const auto &entry : entries) {
        const auto added = m_database->run(
            u"INSERT INTO entry(job, %1) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"_s.arg(columns),
            {job.text(), present(entry.path), verdictName(entry.decision.verdict), written(entry.decision.value),
             written(toJson(entry.decision.place)), present(entry.decision.note), written(entry.original),
             present(entry.who), entry.when.toUTC().toString(Qt::ISODateWithMs)});
        if (!added)
            return Unexpected(added.error());
    }
    return transaction->commit();
}

Expected<Decisions> ReviewStore::decisions(const LocalJobId &job)
{
    auto rows = m_database->run(u"SELECT %1 FROM entry WHERE sequence IN "
                                "(SELECT max(sequence) FROM entry WHERE job = ? GROUP BY path)"_s.arg(columns),
                                {job.text()});
    if (!rows)
        return Unexpected(rows.error());
    Decisions decisions;
    while (rows->next())
        if (auto entry = entryOf(*rows); entry.decision.verdict != Verdict::None)
            decisions.emplace(entry.path, std::move(entry.decision));
    return decisions;
}

Expected<std::vector<Entry>> ReviewStore::history(const LocalJobId &job)
{
    auto rows = m_database->run(u"SELECT %1 FROM entry WHERE job = ? ORDER BY sequence"_s.arg(columns), {job.text()});
    if (!rows)
        return Unexpected(rows.error());
    std::vector<Entry> entries;
    while (rows->next())
        entries.push_back(entryOf(*rows));
    return entries;
}

Expected<std::vector<std::pair<LocalJobId, Progress>>> ReviewStore::progress(const LocalJobId &job)
{
    const auto which = job.isEmpty() ? QString() : u"WHERE job = ?"_s;
    auto rows = m_database->run(u"SELECT job, sum(verdict <> 'None' AND path <> ''), "
                                "sum(verdict IN ('Corrected', 'Absent', 'Rejected', 'Added', 'Removed')), "
                                "max(path = '' AND verdict = 'Confirmed') FROM entry WHERE sequence IN "
                                "(SELECT max(sequence) FROM entry %1 GROUP BY job, path) GROUP BY job"_s.arg(which),
                                job.isEmpty() ? QVariantList() : QVariantList{job.text()});
    if (!rows)
        return Unexpected(rows.error());
    std::vector<std::pair<LocalJobId, Progress>> progress;
    while (rows->next())
        progress.emplace_back(LocalJobId(rows->value(0).toString()),
                              Progress{rows->value(1).toInt(), rows->value(2).toInt(), rows->value(3).toBool()});
    return progress;
}

Expected<void> ReviewStore::remove(const LocalJobId &job)
{
    const auto removed = m_database->run(u"DELETE FROM entry WHERE job = ?"_s, {job.text()});
    return removed ? Expected<void>() : Unexpected(removed.error());
}

} // namespace xs::review
