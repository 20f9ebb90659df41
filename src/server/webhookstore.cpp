// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/webhookstore.h"

#include "server/creations.h"
#include "server/rowbyid.h"
#include "server/serverids.h"
#include "server/storedvalues.h"

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

constexpr TableWithIds table{"webhooks"_L1, "id, entry, created_at, updated_at"_L1};

SavedWebhook readRow(const QSqlQuery &row)
{
    SavedWebhook webhook;
    webhook.id = row.value(0).toString();
    webhook.entry = readStoredJson(row.value(1));
    webhook.createdAt = fromMicroseconds(row.value(2).toLongLong());
    webhook.updatedAt = fromMicroseconds(row.value(3).toLongLong());
    return webhook;
}

} // namespace

Expected<SavedWebhook> findWebhook(store::Database &database, const QString &id)
{
    return findRowById(database, table, id, readRow);
}

Expected<SavedWebhook> WebhookStore::add(const Json &entry, const QByteArray &idempotencyKey)
{
    const auto now = toMicroseconds(m_clock.now());
    const Creation creation{idempotencyKey, newId(u"whc-"), now};
    return m_store.call([&](store::Database &database) {
        const auto find = [&](const QString &id) { return findWebhook(database, id); };
        return createOnce(database, creation, store::Durability::Firm, find, [&]() -> Expected<SavedWebhook> {
            const auto done =
                database.run(u"INSERT INTO webhooks (id, entry, created_at, updated_at) VALUES (?, ?, ?, ?)"_s,
                             {creation.id, storedText(entry), now, now});
            return done ? find(creation.id) : Unexpected(done.error());
        });
    });
}

Expected<SavedWebhook> WebhookStore::find(const QString &id) const
{
    return m_store.call([&](store::Database &database) { return findWebhook(database, id); });
}

Expected<std::vector<SavedWebhook>> WebhookStore::list() const
{
    return m_store.call([&](store::Database &database) -> Expected<std::vector<SavedWebhook>> {
        auto rows = database.run(u"SELECT %1 FROM webhooks ORDER BY row DESC"_s.arg(table.columns));
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
            database.run(u"UPDATE webhooks SET entry = ?, updated_at = ? WHERE id = ?"_s, {storedText(entry), now, id});
        if (!done)
            return Unexpected(done.error());
        return findWebhook(database, id);
    });
}

Expected<void> WebhookStore::remove(const QString &id)
{
    return deleteRowById(m_store, table, id);
}

} // namespace xs::server
