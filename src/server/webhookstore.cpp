// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/webhookstore.h"

#include "server/creations.h"
#include "server/deleterow.h"
#include "server/serverids.h"

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

constexpr auto columns = "id, entry, created_at, updated_at"_L1;

SavedWebhook readRow(const QSqlQuery &row)
{
    SavedWebhook webhook;
    webhook.id = row.value(0).toString();
    if (auto entry = parseJson(row.value(1).toString().toUtf8()))
        webhook.entry = *std::move(entry);
    webhook.createdAt = fromMicroseconds(row.value(2).toLongLong());
    webhook.updatedAt = fromMicroseconds(row.value(3).toLongLong());
    return webhook;
}

QString text(const Json &json)
{
    return QString::fromUtf8(toBytes(json));
}

} // namespace

Expected<SavedWebhook> findWebhook(store::Database &database, const QString &id)
{
    auto row = database.run(u"SELECT %1 FROM webhooks WHERE id = ?"_s.arg(columns), {id});
    if (!row)
        return Unexpected(row.error());
    if (!row->next())
        return Unexpected(ErrorCode::NotFound, {}, id);
    return readRow(*row);
}

Expected<SavedWebhook> WebhookStore::add(const Json &entry, const QByteArray &idempotencyKey)
{
    const auto now = toMicroseconds(m_clock.now());
    return m_store.call([&](store::Database &database) -> Expected<SavedWebhook> {
        auto transaction = store::Transaction::begin(database);
        if (!transaction)
            return Unexpected(transaction.error());
        const auto earlier = creationOf(database, idempotencyKey, now);
        if (!earlier)
            return Unexpected(earlier.error());
        if (auto known = *earlier ? findWebhook(database, **earlier) : Unexpected(ErrorCode::NotFound, {}); known)
            return known;
        const auto id = newId(u"whc-");
        const auto done =
            database.run(u"INSERT INTO webhooks (id, entry, created_at, updated_at) VALUES (?, ?, ?, ?)"_s,
                         {id, text(entry), now, now});
        if (!done)
            return Unexpected(done.error());
        if (const auto noted = noteCreation(database, idempotencyKey, id, now); !noted)
            return Unexpected(noted.error());
        if (const auto committed = transaction->commit(); !committed)
            return Unexpected(committed.error());
        return findWebhook(database, id);
    });
}

Expected<SavedWebhook> WebhookStore::find(const QString &id) const
{
    return m_store.call([&](store::Database &database) { return findWebhook(database, id); });
}

Expected<std::vector<SavedWebhook>> WebhookStore::list() const
{
    return m_store.call([&](store::Database &database) -> Expected<std::vector<SavedWebhook>> {
        auto rows = database.run(u"SELECT %1 FROM webhooks ORDER BY row DESC"_s.arg(columns));
        if (!rows)
            return Unexpected(rows.error());
        std::vector<SavedWebhook> found;
        while (rows->next())
            found.push_back(readRow(*rows));
        return found;
    });
}

Expected<SavedWebhook> WebhookStore::update(const QString &id, const Json &members,
                                            const std::function<bool(const Json &)> &check)
{
    const auto now = toMicroseconds(m_clock.now());
    return m_store.call([&](store::Database &database) -> Expected<SavedWebhook> {
        auto webhook = findWebhook(database, id);
        if (!webhook)
            return webhook;
        auto entry = webhook->entry;
        for (const auto &[name, value] : members.items()) {
            if (value.is_null())
                entry.erase(name);
            else
                entry[name] = value;
        }
        if (!check(entry))
            return webhook;
        const auto done =
            database.run(u"UPDATE webhooks SET entry = ?, updated_at = ? WHERE id = ?"_s, {text(entry), now, id});
        if (!done)
            return Unexpected(done.error());
        return findWebhook(database, id);
    });
}

Expected<void> WebhookStore::remove(const QString &id)
{
    return deleteRow(m_store, "webhooks"_L1, id);
}

} // namespace xs::server
