// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storethread.h"

#include <type_traits>

namespace xs::server {

/// A table whose rows have an id; both texts are of the program's own.
struct TableWithIds
{
    QLatin1StringView name;
    /// The columns that its rows are read from.
    QLatin1StringView columns;
};

/// The first row of a table for which a condition with these values holds. `readRow(const QSqlQuery &)` gives what is
/// returned. Error NotFound, with the first value as its place.
template <typename ReadRow>
auto findRow(store::Database &database, const TableWithIds &table, const QString &condition, const QVariantList &values,
             ReadRow &&readRow) -> Expected<std::invoke_result_t<ReadRow, const QSqlQuery &>>
{
    auto row =
        database.run(QStringLiteral("SELECT %1 FROM %2 WHERE %3").arg(table.columns, table.name, condition), values);
    if (!row)
        return Unexpected(row.error());
    if (!row->next())
        return Unexpected(ErrorCode::NotFound, {}, values.constFirst().toString());
    return readRow(*row);
}

/// The row with this id. Error NotFound.
template <typename ReadRow>
auto findRowById(store::Database &database, const TableWithIds &table, const QString &id, ReadRow &&readRow)
{
    return findRow(database, table, QStringLiteral("id = ?"), {id}, readRow);
}

/// Deletes the row with this id. Error NotFound.
inline Expected<void> deleteRowById(StoreThread &store, const TableWithIds &table, const QString &id)
{
    return store.call([&](store::Database &database) -> Expected<void> {
        auto removed = database.run(QStringLiteral("DELETE FROM %1 WHERE id = ?").arg(table.name), {id});
        if (!removed)
            return Unexpected(removed.error());
        if (removed->numRowsAffected() == 0)
            return Unexpected(ErrorCode::NotFound, {}, id);
        return {};
    });
}

} // namespace xs::server
