// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/outbox.h"

#include "server/jobstore.h"
#include "server/problems.h"
#include "server/serverids.h"
#include "server/storedvalues.h"
#include "server/webhookwish.h"

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

using domain::JobStatus;

/// "extract.success"; empty for a state that is no event.
QString eventType(const StoredJob &job)
{
    const auto kind = jobKindWord(job.kind);
    switch (job.status) {
    case JobStatus::Pending:
        return kind + u".pending"_s;
    case JobStatus::Running:
        // The API has no such event for extract jobs.
        return job.kind == JobKind::Parse ? kind + u".running"_s : QString();
    case JobStatus::Completed:
        return kind + u".success"_s;
    case JobStatus::Failed:
        return kind + u".error"_s;
    case JobStatus::Cancelled:
        return kind + u".cancelled"_s;
    default:
        return {};
    }
}

Json eventOf(const QString &id, const QString &type, const Json &details, qint64 now)
{
    Json event;
    event["event_id"] = toStd(id);
    event["event_type"] = toStd(type);
    event["timestamp"] = double(now) / 1e6;
    auto &data = event["data"] = details;
    data["job_id"] = details["id"];
    return event;
}

/// "AND row NOT IN (…)"; row numbers need no binding.
QString without(const QList<qint64> &rows)
{
    QStringList numbers;
    for (const auto row : rows)
        numbers << QString::number(row);
    return numbers.isEmpty() ? QString() : u" AND row NOT IN (%1)"_s.arg(numbers.join(u','));
}

} // namespace

Expected<void> noteJobEvent(store::Database &database, const StoredJob &job, const Json &details, qint64 now)
{
    const auto type = eventType(job);
    if (type.isEmpty())
        return {};
    const auto entries = webhookEntries(database, job);
    if (!entries)
        return Unexpected(entries.error());
    for (const auto &entry : *entries) {
        Problems ignored;
        if (!readWebhook(entry, {}, Hosts::Any, ignored).wants(type))
            continue;
        const auto id = newId(u"");
        const auto event = eventOf(id, type, details, now);
        const auto done = database.run(
            u"INSERT INTO deliveries (event_id, event_type, webhook, event, attempts, due_at) VALUES (?, ?, ?, ?, 0, ?)"_s,
            {id, type, storedText(entry), storedText(event), now});
        if (!done)
            return Unexpected(done.error());
    }
    return {};
}

Expected<std::vector<Delivery>> Outbox::due(int count, const QList<qint64> &except) const
{
    const auto now = toMicroseconds(m_clock.now());
    return m_store.call([&](store::Database &database) -> Expected<std::vector<Delivery>> {
        auto rows = database.run(
            u"SELECT row, event_id, event_type, webhook, event, attempts FROM deliveries WHERE due_at <= ?%1 ORDER BY row LIMIT ?"_s
                .arg(without(except)),
            {now, count});
        if (!rows)
            return Unexpected(rows.error());
        std::vector<Delivery> found;
        while (rows->next())
            found.push_back({rows->value(0).toLongLong(), rows->value(1).toString(), rows->value(2).toString(),
                             readStoredJson(rows->value(3)), readStoredJson(rows->value(4)), rows->value(5).toInt()});
        return found;
    });
}

Expected<std::optional<QDateTime>> Outbox::nextDue(const QList<qint64> &except) const
{
    return m_store.call([&](store::Database &database) -> Expected<std::optional<QDateTime>> {
        auto row = database.run(u"SELECT min(due_at) FROM deliveries WHERE 1%1"_s.arg(without(except)));
        if (!row)
            return Unexpected(row.error());
        row->next();
        return row->isNull(0) ? std::optional<QDateTime>()
                              : std::optional(fromMicroseconds(row->value(0).toLongLong()));
    });
}

Expected<void> Outbox::remove(qint64 row)
{
    return m_store.call([&](store::Database &database) -> Expected<void> {
        const auto done = database.run(u"DELETE FROM deliveries WHERE row = ?"_s, {row});
        return done ? Expected<void>() : Expected<void>(Unexpected(done.error()));
    });
}

Expected<void> Outbox::postpone(qint64 row, std::chrono::milliseconds wait)
{
    const auto due = toMicroseconds(m_clock.now()) + wait.count() * 1000;
    return m_store.call([&](store::Database &database) -> Expected<void> {
        const auto done =
            database.run(u"UPDATE deliveries SET attempts = attempts + 1, due_at = ? WHERE row = ?"_s, {due, row});
        return done ? Expected<void>() : Expected<void>(Unexpected(done.error()));
    });
}

} // namespace xs::server
