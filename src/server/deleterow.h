// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storethread.h"

namespace xs::server {

/// Deletes the row with this id from a table; `table` is a name of the program's own. Error NotFound.
inline Expected<void> deleteRow(StoreThread &store, QLatin1StringView table, const QString &id)
{
    return store.call([&](store::Database &database) -> Expected<void> {
        auto removed = database.run(QStringLiteral("DELETE FROM %1 WHERE id = ?").arg(table), {id});
        if (!removed)
            return Unexpected(removed.error());
        if (removed->numRowsAffected() == 0)
            return Unexpected(ErrorCode::NotFound, {}, id);
        return {};
    });
}

} // namespace xs::server
