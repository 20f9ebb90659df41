// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/json.h"
#include "server/storethread.h"

#include <QDateTime>

#include <functional>

namespace xs::server {

/// A saved webhook endpoint.
struct SavedWebhook
{
    QString id;
    /// The API's webhook entry, its secret included: never shown as it is.
    Json entry;
    QDateTime createdAt;
    QDateTime updatedAt;
};

/// The saved webhook endpoints. Jobs keep their ids, so that a change holds for every later event and a deleted
/// endpoint is told nothing more. Callable from any thread.
class WebhookStore
{
public:
    WebhookStore(StoreThread &store, const Clock &clock) : m_store(store), m_clock(clock) {}

    /// With an idempotency key that was used within 24 hours, what was added then is returned.
    Expected<SavedWebhook> add(const Json &entry, const QByteArray &idempotencyKey = {});
    /// Error NotFound.
    Expected<SavedWebhook> find(const QString &id) const;
    /// All of them, newest first.
    Expected<std::vector<SavedWebhook>> list() const;
    /// Sets these members of the entry; null removes one. `check` sees the entry as it would be and may stop the change
    /// by returning false; then the endpoint comes back as it was. Error NotFound.
    Expected<SavedWebhook> update(const QString &id, const Json &members,
                                  const std::function<bool(const Json &)> &check);
    /// Error NotFound.
    Expected<void> remove(const QString &id);

private:
    StoreThread &m_store;
    const Clock &m_clock;
};

/// On the store's thread: the saved endpoint, or NotFound.
Expected<SavedWebhook> findWebhook(store::Database &database, const QString &id);

} // namespace xs::server
