// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

namespace xs::server {

/// The id of what an `Idempotency-Key` has led to in the last 24 hours; nothing without a key. `now` in microseconds.
/// To be called with noteCreation in one transaction.
Expected<std::optional<QString>> creationOf(store::Database &database, const QByteArray &key, qint64 now);
/// Keeps what a key has led to; nothing without a key.
Expected<void> noteCreation(store::Database &database, const QByteArray &key, const QString &id, qint64 now);

} // namespace xs::server
